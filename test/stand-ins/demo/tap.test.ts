import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../../until.ts";
import { openTap, type Passed, type Tap } from "./tap.ts";

let behind: Server;
let tap: Tap;
let told: Passed[];
let arrived: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: Buffer }[];

beforeEach(async () => {
  told = [];
  arrived = [];
  behind = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    arrived.push({ method, url, headers, body: Buffer.concat(chunks) });
    if (url === "/cut") response.destroy();
    else if (url !== "/held") response.writeHead(418, { "x-rate": "7", "content-type": "text/plain" }).end("ấm trà");
  });
  await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
  tap = await openTap(
    () => `http://127.0.0.1:${(behind.address() as AddressInfo).port}`,
    (passed) => told.push(passed),
  );
});
afterEach(async () => {
  await tap.close();
  behind.closeAllConnections();
  await new Promise((resolve) => behind.close(resolve));
});

describe("a tap", () => {
  it("passes a call on byte for byte, with its headers, and the answer back", async () => {
    const body = new Uint8Array([0, 255, 10, 13, 195]);
    const headers = { "x-zevent-signature": "mac=1", "content-type": "application/octet-stream" };
    const response = await fetch(`${tap.root}/a/b?c=%C3%A0`, { method: "POST", headers, body });
    expect([response.status, response.headers.get("x-rate"), await response.text()]).toEqual([418, "7", "ấm trà"]);
    expect(arrived).toMatchObject([{ method: "POST", url: "/a/b?c=%C3%A0", headers }]);
    expect(new Uint8Array(arrived[0]?.body ?? [])).toEqual(body);
    expect(told).toMatchObject([{ path: "/a/b?c=%C3%A0", status: 418 }]);
    expect(told[0]?.answer.toString()).toBe("ấm trà");
  });

  it("passes on a call without a body", async () => {
    expect((await fetch(`${tap.root}/a`)).status).toBe(418);
    expect(arrived).toMatchObject([{ method: "GET" }]);
  });

  it("breaks the connection where it broke behind it, and tells", async () => {
    await expect(fetch(`${tap.root}/cut`)).rejects.toThrow();
    expect(told).toMatchObject([{ path: "/cut", status: 0 }]);
  });

  it("hangs up behind it when the caller does, which is no fault", async () => {
    const hangUp = new AbortController();
    const call = fetch(`${tap.root}/held`, { signal: hangUp.signal }).catch(() => "hung up");
    await until(() => arrived.length === 1);
    let open = true;
    behind.getConnections((_, count) => {
      open = count > 0;
    });
    hangUp.abort();
    expect(await call).toBe("hung up");
    await until(async () => {
      behind.getConnections((_, count) => {
        open = count > 0;
      });
      return !open;
    });
    expect(told).toEqual([]);
  });
});
