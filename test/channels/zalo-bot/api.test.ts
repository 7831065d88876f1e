import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { BotApiError, createBotApi } from "../../../src/channels/zalo-bot/api.ts";

interface Asked {
  readonly url: string | undefined;
  readonly method: string | undefined;
  readonly body: string;
}

let server: Server;
let asked: Asked[] = [];

/** A server that answers every call in the same way, and the client that calls it. */
async function answering(status: number, body: string) {
  asked = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({ url: request.url, method: request.method, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, { location: "/elsewhere" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return createBotApi("1:khoa", `http://127.0.0.1:${(server.address() as AddressInfo).port}//`);
}

const faultOf = (call: Promise<unknown>) => call.then(() => undefined).catch((error: unknown) => error);

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe("a call of the Bot API", () => {
  it("posts JSON below the token and returns the result", async () => {
    const api = await answering(200, '{"ok":true,"result":{"message_id":"bm-1"}}');
    expect(await api.call("sendMessage", { chat_id: "u-1", text: "Dạ" })).toEqual({ message_id: "bm-1" });
    expect(asked).toEqual([{ url: "/bot1:khoa/sendMessage", method: "POST", body: '{"chat_id":"u-1","text":"Dạ"}' }]);
  });

  it("may have no result", async () => {
    const api = await answering(200, '{"ok":true}');
    expect(await api.call("sendChatAction")).toBeUndefined();
    expect(asked[0]?.body).toBe("{}");
  });

  it.each([200, 400, 502])("fails by `ok`, with HTTP %i too", async (status) => {
    const api = await answering(status, '{"ok":false,"error_code":400,"description":"text is empty"}');
    const fault = await faultOf(api.call("sendMessage"));
    expect(fault).toBeInstanceOf(BotApiError);
    expect(fault).toMatchObject({ code: 400, description: "text is empty" });
  });

  it("succeeds by `ok`, with HTTP 500 too", async () => {
    const api = await answering(500, '{"ok":true,"result":1}');
    expect(await api.call("getMe")).toBe(1);
  });

  it.each(["", "<html>Bad Gateway</html>", "null", "[]", '{"ok":"true"}', '{"ok":false}', '{"error":-216}'])(
    "has no answer in %j",
    async (body) => {
      const api = await answering(200, body);
      const fault = await faultOf(api.call("getMe"));
      expect(fault).toBeInstanceOf(Error);
      expect(fault).not.toBeInstanceOf(BotApiError);
    },
  );

  it("follows no redirect, which would carry the token elsewhere", async () => {
    const api = await answering(307, "");
    expect(await faultOf(api.call("getMe"))).toBeInstanceOf(TypeError);
    expect(asked).toHaveLength(1);
  });
});
