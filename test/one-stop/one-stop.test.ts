import { describe, expect, it } from "vitest";
import { createOneStop, type OneStopSettings } from "../../src/one-stop/one-stop.ts";
import { CODES } from "../stand-ins/one-stop/dossiers.ts";
import { OneStopStandIn } from "../stand-ins/one-stop/server.ts";

const quiet = { info: () => {}, warn: () => {} };
const options = { now: () => new Date("2026-11-24T03:00:00Z"), log: quiet, timeout: 2_000 };

describe("the one-stop system of the settings", () => {
  it.each(["igate", "national"] as const)("%s needs a log-in", (kind) => {
    const bare: OneStopSettings = { kind, url: "http://127.0.0.1:9" };
    const wanted = expect.objectContaining({ code: "one_stop_settings", message: expect.stringContaining(kind) });
    expect(() => createOneStop(bare, options)).toThrow(wanted);
    const half = { ...bare, authUrl: "http://127.0.0.1:9", clientId: "a" };
    expect(() => createOneStop(half, options)).toThrow(wanted);
  });

  it.each(["igate", "cgate", "national"] as const)("%s has its name", async (kind) => {
    const settings = {
      kind,
      url: "http://127.0.0.1:9",
      authUrl: "http://127.0.0.1:9",
      clientId: "a",
      clientSecret: "b",
    };
    expect(createOneStop(settings, options).name).toBe(kind);
  });

  it.each(["igate", "national"] as const)("%s with a wrong secret says so to the operator", async (kind) => {
    const standIn = await OneStopStandIn.start(options);
    const oneStop = createOneStop({ ...standIn.settings(kind), clientSecret: "sai" }, options);
    await expect(oneStop.find(CODES.processing)).rejects.toMatchObject({
      code: "one_stop_down",
      message: expect.stringContaining("ONE_STOP_CLIENT_ID"),
    });
    await standIn.close();
  });

  it("may be given with slashes at the end of its addresses", async () => {
    const standIn = await OneStopStandIn.start(options);
    const settings = standIn.settings("igate");
    const oneStop = createOneStop({ ...settings, url: `${settings.url}//`, authUrl: `${settings.authUrl}/` }, options);
    expect((await oneStop.find(CODES.processing))?.state).toBe("processing");
    await standIn.close();
  });

  it("tells the body's own code to the National Portal", async () => {
    const standIn = await OneStopStandIn.start(options);
    const { unit: _, ...settings } = standIn.settings("national");
    expect((await createOneStop(settings, options).find(CODES.returned))?.state).toBe("returned");
    await standIn.close();
  });
});
