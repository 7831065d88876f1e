import { describe, expect, it } from "vitest";
import { askTheTime, checkOneStop, checkPublicUrl } from "../../../src/cli/doctor/addresses.ts";
import { readSettings } from "../../../src/config.ts";
import { answering, silent } from "./answering.ts";

describe("checkPublicUrl", () => {
  const check = (PUBLIC_URL?: string) => checkPublicUrl(readSettings({ PUBLIC_URL } as Record<string, string>));

  it("is off without an address", async () => expect((await check()).verdict).toBe("off"));

  it.each([
    [200, "ready"],
    [503, "starting"],
  ])("finds the service behind it: HTTP %i", async (http, status) => {
    expect(await check(await answering(http, { status }))).toMatchObject({
      verdict: "ok",
      says: expect.stringContaining(status),
    });
  });

  it("notices that somebody else answers", async () => {
    expect(await check(await answering(502, "<html>"))).toMatchObject({
      verdict: "warning",
      says: expect.stringContaining("HTTP 502"),
    });
  });

  it("does not follow to another place", async () => {
    const elsewhere = await answering(200, { status: "ready" });
    expect((await check(await answering(301, "", { location: elsewhere }))).verdict).toBe("warning");
  });

  it("says that it cannot be reached, and why", async () => {
    expect(await check(await silent())).toMatchObject({
      verdict: "broken",
      says: expect.stringContaining("ECONNREFUSED"),
    });
  });
});

describe("checkOneStop", () => {
  it("is off without a driver", async () => {
    expect(await checkOneStop(readSettings({}))).toMatchObject([{ about: "ONE_STOP", verdict: "off" }]);
  });

  it("tries each address, and names its host only", async () => {
    const env = { ONE_STOP: "igate", ONE_STOP_CLIENT_ID: "i", ONE_STOP_CLIENT_SECRET: "s" };
    const addresses = {
      ONE_STOP_URL: `${await answering(404, "")}/pa`,
      ONE_STOP_AUTH_URL: `${await silent()}/auth?key=1`,
    };
    const findings = await checkOneStop(readSettings({ ...env, ...addresses }));
    expect(findings).toMatchObject([
      { about: "ONE_STOP_URL", verdict: "ok", says: expect.stringContaining("HTTP 404") },
      { about: "ONE_STOP_AUTH_URL", verdict: "broken" },
    ]);
    expect(JSON.stringify(findings)).not.toContain("key=1");
  });
});

describe("askTheTime", () => {
  it("reads the date of whoever answers", async () => {
    const here = new Date("2026-11-24T03:00:00Z");
    const there = await answering(200, {}, { date: "Tue, 24 Nov 2026 02:00:00 GMT" });
    const settings = readSettings({ PUBLIC_URL: there, LLM_BASE_URL: await silent(), LLM_MODEL: "x" });
    expect(await askTheTime(settings, () => here)).toEqual([{ here, there: new Date("2026-11-24T02:00:00Z") }]);
  });

  it("asks nobody who is not used", async () => {
    expect(await askTheTime(readSettings({}), () => new Date())).toEqual([]);
  });
});
