import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../src/core/errors.ts";
import type { OneStopSettings } from "../../../src/one-stop/one-stop.ts";
import { CODES } from "../../stand-ins/one-stop/dossiers.ts";
import type { Fault } from "../../stand-ins/one-stop/faults.ts";
import { type OneStopRig, openRig, TIMEOUT } from "./rig.ts";

/** How long a system that is down is left alone, milliseconds. */
const REST = 30_000;
const FAULTS: Readonly<Record<string, Fault>> = {
  "429": { kind: "status", status: 429 },
  "500": { kind: "status", status: 500 },
  "302 to a log-in page": { kind: "status", status: 302 },
  "HTML with 200": { kind: "html" },
  "nothing with 200": { kind: "empty" },
  "JSON of another shape": { kind: "odd", body: { content: 3, result: 3, error_code: "0" } },
  "a text": { kind: "odd", body: "bảo trì" },
  "30 s of silence": { kind: "slow", ms: 30_000 },
  "no answer": { kind: "silent" },
  "half an answer": { kind: "half" },
  "two megabytes": { kind: "huge" },
  "a cut line": { kind: "cut" },
};

export function describeTrouble(kind: OneStopSettings["kind"]): void {
  describe("in trouble", () => {
    let rig: OneStopRig;
    beforeEach(async () => {
      rig = await openRig(kind, { rest: REST });
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      await rig.standIn.close();
    });
    const failure = (code: string = CODES.processing) => rig.oneStop.find(code).catch((error: unknown) => error);

    it.each(Object.keys(FAULTS))("says that it is down on %s, in time, and is back after it", async (name) => {
      rig.standIn.faults.always(FAULTS[name]);
      const began = performance.now();
      const error = await failure();
      expect(performance.now() - began).toBeLessThan(TIMEOUT + 3_000);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: "one_stop_down", citizen: expect.stringContaining("Anh/chị") });
      rig.standIn.faults.always();
      expect((await rig.oneStop.find(CODES.processing))?.state).toBe("processing");
    });

    it("names no dossier in what it logs", async () => {
      for (const fault of Object.values(FAULTS).slice(0, 7)) {
        rig.standIn.faults.plan(fault, fault);
        await failure();
      }
      expect(rig.logged.length).toBeGreaterThan(3);
      expect(rig.logged.join()).not.toMatch(/H12|261116/);
    });

    it("is down when nobody listens", async () => {
      await rig.standIn.close();
      expect(await failure()).toMatchObject({ code: "one_stop_down" });
    });

    it("leaves a system alone that fails five times in a row, and tries it again after a rest", async () => {
      rig.standIn.faults.always({ kind: "status", status: 500 });
      for (let i = 0; i < 5; i++) await failure();
      expect(rig.logged.filter((line) => /left alone/.test(line))).toHaveLength(1);
      const before = rig.searches();
      expect(await failure()).toMatchObject({ message: expect.stringContaining("left alone") });
      expect(rig.searches()).toBe(before);
      rig.standIn.faults.always();
      const rested = Date.now() + REST;
      vi.spyOn(Date, "now").mockReturnValue(rested);
      expect(await failure()).toMatchObject({ state: "processing" });
      expect(rig.logged.at(-1)).toMatch(/answers again/);
    });

    if (kind === "cgate") return;

    it("gets a new pass when the old one is refused, once for all", async () => {
      await rig.oneStop.find(CODES.submitted);
      rig.standIn.endPasses();
      const codes = [CODES.accepted, CODES.processing, CODES.returned, CODES.rejected];
      const found = await Promise.all(codes.map((code) => rig.oneStop.find(code)));
      expect(found.map((one) => one?.state)).toEqual(["accepted", "processing", "returned", "rejected"]);
      expect(rig.logins()).toBe(2);
    });

    it("renews a pass before it ends", async () => {
      await rig.oneStop.find(CODES.submitted);
      rig.later(kind === "igate" ? 271_000 : 571_000);
      await rig.oneStop.find(CODES.accepted);
      expect(rig.logins()).toBe(2);
    });

    it("does not go on asking when every pass is refused", async () => {
      rig.standIn.faults.always({ kind: "status", status: 401 });
      expect(await failure()).toMatchObject({ code: "one_stop_down", message: expect.stringMatching(/refuses/) });
      expect([rig.searches(), rig.logins()]).toEqual([2, 2]);
    });
  });
}
