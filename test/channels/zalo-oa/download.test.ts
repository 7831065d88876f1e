import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { download } from "../../../src/channels/zalo-oa/download.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { LARGEST_FILE } from "../../../src/core/mail.ts";
import { until } from "../../until.ts";
import { openRig, type ZaloOaRig } from "./rig.ts";

const PHOTO = new Uint8Array([0xff, 0xd8, 1, 2, 3]);

describe("what a person sent", () => {
  let rig: ZaloOaRig;
  let inbox: Inbound[];
  beforeEach(async () => {
    rig = await openRig();
    inbox = [];
    await rig.channel.start(async (inbound) => {
      inbox.push(inbound);
      return "new";
    });
  });
  afterEach(async () => {
    await rig.channel.stop();
    await rig.close();
  });

  it("can be fetched by what came with the message, without a token", async () => {
    rig.phone.sendsBytes("image", PHOTO, "biên nhận.jpg", "hồ sơ của tôi");
    rig.phone.sendsBytes("file", new Uint8Array(100_000).fill(7), "don.pdf");
    await until(() => inbox.length === 2);
    const [photo, file] = inbox.map(({ media }) => media ?? { type: "other" as const });
    expect(await rig.channel.download?.(photo ?? { type: "other" })).toEqual(PHOTO);
    expect(await rig.channel.download?.(file ?? { type: "other" })).toHaveLength(100_000);
    expect(rig.standIn.state.calls).toEqual([]);
  });

  it("is not there any more, or nobody answers: nothing, and a line in the log", async () => {
    const gone = { type: "photo", url: `${rig.standIn.root}/files/none` } as const;
    expect(await rig.channel.download?.(gone)).toBeUndefined();
    expect(rig.logLines).toEqual([]);
    rig.standIn.faults.plan("/files/none", { kind: "cut", when: "before" });
    expect(await rig.channel.download?.(gone)).toBeUndefined();
    expect(rig.logLines).toMatchObject([{ level: 40 }]);
  });
});

describe("a download", () => {
  let server: Server;
  let root: string;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/moved") return response.writeHead(302, { location: "/small" }).end();
      response.end(Buffer.alloc(request.url === "/large" ? LARGEST_FILE + 1 : 3));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it("stops at the largest file", async () => {
    expect(await download({ type: "photo", url: `${root}/small` }, root)).toHaveLength(3);
    expect(await download({ type: "photo", url: `${root}/large` }, root)).toBeUndefined();
  });

  it("goes nowhere else", async () => {
    await expect(download({ type: "photo", url: `${root}/moved` }, root)).rejects.toThrow();
    expect(asked).toEqual(["/moved"]);
  });

  it.each([
    ["no address", { type: "photo" }],
    ["an address of this machine", { type: "photo", url: "http://127.0.0.1:9/" }],
    ["a file of this machine", { type: "photo", url: "file:///etc/hostname" }],
    ["what a person wrote into a link", { type: "other", url: "https://127.0.0.1:9/" }],
    ["what a person wrote into a contact", { type: "contact", url: "https://127.0.0.1:9/" }],
  ] as const)("is not made of %s", async (_, media) => {
    expect(await download(media, "https://openapi.zalo.me")).toBeUndefined();
  });
});
