import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DOSSIER_STATES } from "../../../src/core/one-stop.ts";
import type { OneStopSettings } from "../../../src/one-stop/one-stop.ts";
import { CODES, type HeldDossier } from "../../stand-ins/one-stop/dossiers.ts";
import { type OneStopRig, openRig } from "./rig.ts";

/** The day in Vietnam: not every system tells the hour. */
const day = (date: Date | undefined) => date && new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

export function describeFinding(kind: OneStopSettings["kind"]): void {
  describe("finding", () => {
    let rig: OneStopRig;
    beforeEach(async () => {
      rig = await openRig(kind);
    });
    afterEach(() => rig.standIn.close());
    const held = (code: string) => rig.standIn.dossiers.get(code) as HeldDossier;

    it.each(DOSSIER_STATES)("tells the state %s", async (state) => {
      expect((await rig.oneStop.find(CODES[state]))?.state).toBe(state);
    });

    it("keeps the system's own name of a state that is not known", async () => {
      rig.standIn.change(CODES.processing, { stateName: "Chờ quét mã 3D", state: "unknown" });
      const found = await rig.oneStop.find(CODES.processing);
      expect(found?.state).toBe("unknown");
      if (kind !== "national") expect(found?.stateName).toBe(held(CODES.processing).stateName);
    });

    it.each(Object.values(CODES))("tells all that the system tells of %s", async (code) => {
      const found = await rig.oneStop.find(code);
      const { procedure, applicant, identity, submittedAt, dueAt, completedAt } = held(code);
      expect(found).toMatchObject({ code, procedure, applicant });
      expect(found?.proof).toEqual({ kind: "identity", lastFour: identity.slice(-4) });
      expect(day(found?.submittedAt)).toBe(day(submittedAt));
      expect(day(found?.dueAt)).toBe(day(dueAt));
      expect(day(found?.completedAt)).toBe(day(completedAt));
    });

    it("knows no office's address and no full number", async () => {
      const found = JSON.stringify(await rig.oneStop.find(CODES.processing));
      const { address, phone, identity } = held(CODES.processing);
      for (const secret of [address, phone, identity]) expect(found).not.toContain(secret);
    });

    it("leaves out the appointment that there is none of", async () => {
      const found = await rig.oneStop.find(CODES.no_appointment);
      expect(found).toMatchObject({ state: "accepted" });
      expect(found).not.toHaveProperty("dueAt");
      expect(found).not.toHaveProperty("dueText");
    });

    it("finds none under a code that is not there", async () => {
      expect(await rig.oneStop.find("H12.01.02-261116-9999")).toBeUndefined();
    });

    it("asks once for all who ask within a minute, and anew after it", async () => {
      const asked = await Promise.all(Array.from({ length: 20 }, () => rig.oneStop.find(CODES.processing)));
      expect(new Set(asked.map((one) => one?.state))).toEqual(new Set(["processing"]));
      expect(rig.searches()).toBe(1);
      rig.standIn.change(CODES.processing, { state: "returned" });
      rig.later(59_999);
      expect((await rig.oneStop.find(CODES.processing))?.state).toBe("processing");
      rig.later(1);
      expect((await rig.oneStop.find(CODES.processing))?.state).toBe("returned");
      expect(rig.searches()).toBe(2);
    });

    it("logs in once for all dossiers", async () => {
      await Promise.all(Object.values(CODES).map((code) => rig.oneStop.find(code)));
      expect(rig.searches()).toBe(Object.keys(CODES).length);
      expect(rig.logins()).toBe(kind === "cgate" ? 0 : 1);
    });
  });
}
