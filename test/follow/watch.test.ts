import { describe, expect, it } from "vitest";
import { DOSSIER_STATES } from "../../src/core/one-stop.ts";
import { appointment, judge, startWatch, type Watch } from "../../src/follow/watch.ts";
import { CODE, dossierOf, LANE } from "./dossiers.ts";

const NOW = new Date("2026-11-24T03:00:00Z");
const DAY = 86_400_000;
const begun = startWatch(LANE, CODE, NOW);
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

function watchOf(seen: Watch["seen"], more: Partial<Watch> = {}): Watch {
  return { ...begun, ...(seen && { seen }), ...more };
}

describe("the first look", () => {
  it("only remembers what the person has just seen", () => {
    const { watch, notice } = judge(begun, dossierOf("processing", { dueAt: later(3) }), NOW);
    expect(notice).toBeUndefined();
    expect(watch).toMatchObject({ seen: { state: "processing", due: "2026-11-27" }, changes: 0 });
  });

  it.each(["returned", "withdrawn", "rejected"] as const)("at a dossier that is %s says so and ends", (state) => {
    expect(judge(begun, dossierOf(state), NOW)).toMatchObject({
      watch: "over",
      notice: { kind: "changed", next: "ends", progress: { state } },
    });
  });
});

describe("a later look", () => {
  const before = watchOf({ state: "processing", due: "2026-12-07" }, { unchanged: 3, failures: 2, changes: 1 });

  it("without news waits longer", () => {
    const { watch, notice } = judge(before, dossierOf("processing", { dueAt: new Date("2026-12-07T10:00:00Z") }), NOW);
    expect([watch, notice]).toEqual([{ ...before, unchanged: 4, failures: 0 }, undefined]);
  });

  it("tells a new state, and nothing that says whose dossier it is", () => {
    const completedAt = later(-1);
    const { watch, notice } = judge(before, dossierOf("result_ready", { completedAt, dueText: "gọi 0101234567" }), NOW);
    expect(watch).toMatchObject({ seen: { state: "result_ready" }, changes: 2, unchanged: 0, failures: 0 });
    expect(notice).toEqual({
      kind: "changed",
      next: "goes-on",
      progress: { code: CODE, state: "result_ready", submittedAt: dossierOf("accepted").submittedAt, completedAt },
    });
  });

  it("tells a new appointment while the agency is at work", () => {
    expect(judge(before, dossierOf("processing", { dueAt: later(20) }), NOW).notice).toMatchObject({ kind: "changed" });
    const ready = watchOf({ state: "result_ready", due: "2026-12-07" });
    expect(judge(ready, dossierOf("result_ready", { dueAt: later(20) }), NOW).notice).toBeUndefined();
  });

  it("takes a state that cannot be told, or an appointment no longer shown, for no news", () => {
    expect(judge(before, dossierOf("unknown"), NOW)).toMatchObject({
      watch: { seen: { state: "processing", due: "2026-12-07" } },
    });
    expect(judge(before, dossierOf("unknown"), NOW).notice).toBeUndefined();
  });

  it("has the same id when it is judged again, and never that of another change", () => {
    const id = (watch: Watch, state: "processing" | "needs_documents") => judge(watch, dossierOf(state), NOW).id;
    expect(id(before, "needs_documents")).toBe(id({ ...before, failures: 0 }, "needs_documents"));
    const back = judge(before, dossierOf("needs_documents"), NOW).watch as Watch;
    const again = judge(back, dossierOf("processing"), NOW).watch as Watch;
    const ids = [id(before, "needs_documents"), id(back, "processing"), id(again, "needs_documents")];
    expect(new Set(ids).size).toBe(3);
    const anew = { ...before, since: later(1).toISOString() };
    expect(id(anew, "needs_documents")).not.toBe(ids[0]);
  });

  it("knows every state", () => {
    for (const state of DOSSIER_STATES) expect(judge(before, dossierOf(state), NOW).id).toContain(CODE);
  });
});

describe("the appointment", () => {
  const dueAt = new Date("2026-11-25T10:00:00Z");
  const before = watchOf({ state: "processing", due: "2026-11-25" });

  it("is told the day before, once", () => {
    const { watch, notice } = judge(before, dossierOf("processing", { dueAt }), NOW);
    expect(notice).toMatchObject({ kind: "tomorrow", progress: { dueAt } });
    expect(appointment(before)).toBe("2026-11-25");
    expect(appointment(watch as Watch)).toBeUndefined();
    expect(judge(watch as Watch, dossierOf("processing", { dueAt }), NOW).notice).toBeUndefined();
  });

  it("is not told again beside a change that shows it", () => {
    const { watch, notice } = judge(watchOf({ state: "accepted" }), dossierOf("processing", { dueAt }), NOW);
    expect([notice?.kind, (watch as Watch).reminded]).toEqual(["changed", "2026-11-25"]);
  });

  it.each(["needs_documents", "needs_payment", "stopped", "result_ready"] as const)(
    "is none of one that is %s",
    (state) => {
      const watch = watchOf({ state, due: "2026-11-25" });
      expect(judge(watch, dossierOf(state, { dueAt }), NOW).notice).toBeUndefined();
      expect(appointment(watch)).toBeUndefined();
    },
  );

  it("moved to another day is told again", () => {
    const moved = { ...before, seen: { state: "processing", due: "2026-11-26" }, reminded: "2026-11-25" } as const;
    const found = dossierOf("processing", { dueAt: new Date("2026-11-26T10:00:00Z") });
    expect(judge(moved, found, later(1)).notice).toMatchObject({ kind: "tomorrow" });
  });
});

describe("a dossier that is not found", () => {
  it("is looked for three days, then let go with a word", () => {
    const first = judge(watchOf({ state: "accepted" }), "none", NOW).watch as Watch;
    expect(first).toMatchObject({ missing: NOW.toISOString(), unchanged: 1 });
    expect(judge(first, "none", later(2.9)).notice).toBeUndefined();
    expect(judge(first, "none", later(3))).toMatchObject({
      watch: "over",
      notice: { kind: "lost", progress: { code: CODE } },
    });
  });

  it("and comes back is followed on", () => {
    const missing = watchOf({ state: "accepted" }, { missing: NOW.toISOString() });
    const { watch, notice } = judge(missing, dossierOf("accepted"), later(2));
    expect(watch).not.toHaveProperty("missing");
    expect(notice).toBeUndefined();
  });

  it("is not one that could not be asked for", () => {
    const { watch, notice } = judge(begun, "no-answer", later(9));
    expect([watch, notice]).toEqual([{ ...begun, failures: 1 }, undefined]);
  });
});
