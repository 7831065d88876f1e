import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkClock, checkDataFolder, checkNode, checkPort } from "../../../src/cli/doctor/machine.ts";
import { readSettings } from "../../../src/config.ts";
import { put } from "../../knowledge/folder.ts";
import { temporaryFolder } from "../../surroundings.ts";
import { answering } from "./answering.ts";

describe("checkNode", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "26.1.0"])("takes %s", (version) => {
    expect(checkNode(version)).toEqual({ about: "Node", verdict: "ok", says: version });
  });
  it.each(["18.20.0", "20.18.3"])("refuses %s", (version) => {
    expect(checkNode(version)).toMatchObject({ verdict: "broken", remedy: expect.stringContaining("20.19") });
  });
});

describe("checkDataFolder", () => {
  const check = (DATA_DIR: string) => checkDataFolder(readSettings({ DATA_DIR }));

  it("tries to write, leaves nothing behind, and tells the free space", async () => {
    const finding = await check(temporaryFolder());
    expect(finding).toMatchObject({
      about: "DATA_DIR",
      says: expect.stringMatching(/^ghi được, còn trống \d+\.\d GB · writable/),
    });
  });

  it("goes up where the folder is to be made", async () => {
    expect((await check(join(temporaryFolder(), "a/b/c"))).says).toContain("writable");
  });

  it("says who must be given the right", async () => {
    const folder = temporaryFolder();
    put(folder, "file", "");
    expect(await check(join(folder, "file"))).toMatchObject({
      verdict: "broken",
      says: expect.stringMatching(/không ghi được vào .*file/),
      remedy: expect.stringContaining("chown"),
    });
  });
});

describe("checkPort", () => {
  const check = (PORT: string) => checkPort(readSettings({ PORT }));

  it("finds a free port free", async () => {
    expect(await check("0")).toMatchObject({ verdict: "ok", says: expect.stringContaining("is free") });
  });

  it("knows the service itself", async () => {
    const { port } = new URL(await answering(200, { status: "ready" }));
    expect(await check(port)).toMatchObject({ verdict: "ok", says: expect.stringContaining("the service is running") });
  });

  it("finds another program in the way", async () => {
    const { port } = new URL(await answering(200, "<html>"));
    expect(await check(port)).toMatchObject({ verdict: "broken", remedy: "đổi PORT · change PORT" });
  });

  it("is not held up by a program that speaks no HTTP", async () => {
    const server = createServer((socket) => socket.end("hello\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    expect((await check(String(port))).verdict).toBe("broken");
  });

  it("says that an address is not of this machine", async () => {
    const finding = await checkPort(readSettings({ HOST: "192.0.2.1", PORT: "0" }));
    expect(finding).toMatchObject({ verdict: "broken", says: expect.stringContaining("EADDRNOTAVAIL") });
  });
});

describe("checkClock", () => {
  const here = new Date("2026-11-24T03:00:00Z");
  const off = (seconds: number) => ({ here, there: new Date(here.getTime() - seconds * 1000) });

  it("has nothing to say without others", () => expect(checkClock([]).verdict).toBe("off"));
  it.each([0, 59, -59])("takes %i s", (seconds) => expect(checkClock([off(seconds)]).verdict).toBe("ok"));
  it.each([61, -61, 86_400])("warns of %i s", (seconds) => {
    expect(checkClock([off(seconds)])).toMatchObject({
      verdict: "warning",
      remedy: expect.stringContaining("timedatectl"),
    });
  });
  it("goes by most of the others", () => {
    expect(checkClock([off(0), off(1), off(3_600)]).verdict).toBe("ok");
  });
});
