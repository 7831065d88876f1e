import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/follow.ts";
import type { Store } from "../../src/core/store.ts";
import { createFollowing } from "../../src/follow/following.ts";
import { Clock } from "../surroundings.ts";
import { mortal } from "./crash.ts";
import { CODE, dossierOf, Held, LANE } from "./dossiers.ts";
import { MemoryStore } from "./memory-store.ts";

const HOUR = 3_600_000;
const START = { action: "start", code: CODE } as const;

/** Followed dossiers over a store and a mailroom that outlive the process. */
function open(perMinute = 60) {
  const clock = new Clock();
  const store = new MemoryStore();
  const oneStop = new Held();
  const told: Notice[] = [];
  const ids = new Set<string>();
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line) => logged.push(JSON.parse(line).msg) });
  const start = (sight: Store = store) =>
    createFollowing({
      ...{ oneStop, store: sight, now: clock.now, random: () => 0.5, log, perMinute },
      async post(lane, id, notice) {
        if (ids.has(`${lane} ${id}`)) return;
        ids.add(`${lane} ${id}`);
        told.push(notice);
      },
    });
  const following = start();
  const drain = async () => {
    while ((await following.tick()) > 0);
  };
  /** Lets the hours go by, with a look every minute. */
  const pass = async (hours: number) => {
    for (let i = 0; i < hours * 60; i++) {
      clock.forward(60_000);
      await drain();
    }
  };
  return { clock, store, oneStop, told, logged, start, following, drain, pass };
}

const statesOf = (told: readonly Notice[]) =>
  told.map((notice) => (notice.kind === "lost" ? notice.kind : notice.progress.state));

describe("following a dossier", () => {
  it("tells each change once, and the last one as the last word", async () => {
    const { following, oneStop, told, pass } = open();
    oneStop.set("accepted");
    await following.change(LANE, START);
    await pass(1);
    expect(told).toEqual([]);
    oneStop.set("processing");
    await pass(4);
    oneStop.set("returned");
    await pass(4);
    expect(statesOf(told)).toEqual(["processing", "returned"]);
    expect(told[1]).toMatchObject({ next: "ends" });
    expect(await following.list(LANE)).toEqual([]);
    expect(JSON.stringify(told)).not.toMatch(/ẢO|4821|khai sinh|Thới Bình/);
  });

  it("asks less and less often while nothing changes", async () => {
    const { following, oneStop, pass } = open();
    oneStop.set("processing");
    await following.change(LANE, START);
    await pass(10);
    const asked = oneStop.asked.length;
    expect(asked).toBeGreaterThan(4);
    expect(asked).toBeLessThan(8);
  });

  it("is silent from 21 to 7, and asks for nothing", async () => {
    const { following, oneStop, told, pass } = open();
    oneStop.set("processing");
    await following.change(LANE, START);
    await pass(11.2);
    const asked = oneStop.asked.length;
    oneStop.set("result_ready");
    await pass(9.5);
    expect([oneStop.asked.length, told]).toEqual([asked, []]);
    await pass(1);
    expect(statesOf(told)).toEqual(["result_ready"]);
  });

  it("holds up until morning what it finds at night at the first look", async () => {
    const { clock, following, oneStop, told, pass } = open();
    clock.forward(12 * HOUR);
    oneStop.set("rejected");
    await following.change(LANE, START);
    await pass(8.9);
    expect(told).toEqual([]);
    await pass(1);
    expect(statesOf(told)).toEqual(["rejected"]);
  });

  it("reminds of the appointment the day before, in the morning", async () => {
    const { following, oneStop, told, pass } = open();
    const dueAt = new Date("2026-11-26T10:00:00Z");
    oneStop.set("processing", { dueAt });
    await following.change(LANE, START);
    await pass(20);
    expect(told).toEqual([]);
    await pass(2.6);
    expect(told).toMatchObject([{ kind: "tomorrow", progress: { dueAt } }]);
    await pass(48);
    expect(told).toHaveLength(1);
  });

  it("lets go of a dossier that is never found", async () => {
    const { following, told, pass } = open();
    await following.change(LANE, START);
    await pass(71);
    expect(told).toEqual([]);
    await pass(24);
    expect(told).toEqual([{ kind: "lost", progress: { code: CODE } }]);
    expect(await following.list(LANE)).toEqual([]);
  });
});

describe("who follows what", () => {
  const codes = [1, 2, 3, 4, 5, 6].map((i) => `000.00.01.H12-261116-000${i}`);

  it("is at most five a person, each once", async () => {
    const { following } = open();
    for (const code of [...codes, ...codes]) await following.change(LANE, { action: "start", code });
    expect((await following.list(LANE)).map(({ code }) => code)).toEqual(codes.slice(0, 5));
    expect(await following.list("telegram/other")).toEqual([]);
  });

  it("does not mix up people whose names begin alike", async () => {
    const { following } = open();
    await following.change("telegram/p/q", START);
    expect(await following.list("telegram/p")).toEqual([]);
    await following.change("telegram/p", { action: "stop" });
    expect(await following.list("telegram/p/q")).toHaveLength(1);
  });

  it("begins and stops, one or all, and stays stopped", async () => {
    const { following, oneStop, told, drain, pass } = open();
    for (const code of codes.slice(0, 3)) {
      oneStop.dossiers.set(code, dossierOf("accepted", { code }));
      await following.change(LANE, { action: "start", code });
    }
    await drain();
    expect(await following.list(LANE)).toContainEqual({ code: codes[1], state: "accepted" });
    await following.change(LANE, { action: "stop", code: codes[1] as string });
    expect((await following.list(LANE)).map(({ code }) => code)).toEqual([codes[0], codes[2]]);
    await following.change(LANE, { action: "stop" });
    await following.change(LANE, { action: "stop" });
    for (const code of codes) oneStop.dossiers.set(code, dossierOf("processing", { code }));
    await pass(12);
    expect([await following.list(LANE), told]).toEqual([[], []]);
  });

  it("begun anew is told anew of the same change", async () => {
    const { following, oneStop, told, pass } = open();
    for (let i = 0; i < 2; i++) {
      oneStop.set("accepted");
      await following.change(LANE, START);
      await pass(1);
      oneStop.set("processing");
      await pass(4);
      await following.change(LANE, { action: "stop" });
    }
    expect(statesOf(told)).toEqual(["processing", "processing"]);
  });
});

describe("a system that is down", () => {
  it("is left alone, and its changes are told when it is back", async () => {
    const { following, oneStop, told, logged, pass } = open();
    for (let i = 0; i < 20; i++) {
      const code = `000.00.01.H12-261116-${String(i).padStart(4, "0")}`;
      oneStop.dossiers.set(code, dossierOf("accepted", { code }));
      await following.change(`telegram/${i}`, { action: "start", code });
    }
    await pass(0.1);
    oneStop.status = "down";
    const before = oneStop.asked.length;
    await pass(4);
    expect(oneStop.asked.length - before).toBeLessThan(35);
    expect(logged).toContain("the one-stop system does not answer; followed dossiers wait");
    for (const [code, one] of oneStop.dossiers) oneStop.dossiers.set(code, { ...one, state: "result_ready" });
    oneStop.status = "up";
    await pass(5);
    expect(told).toHaveLength(20);
  });
});

describe("a process that dies", () => {
  it("after any write: the next one tells the change once", async () => {
    for (let writes = 0; writes < 12; writes++) {
      const { clock, store, oneStop, told, start, following, drain, pass } = open();
      oneStop.set("accepted");
      await following.change(LANE, START);
      await drain();
      oneStop.set("processing");
      clock.forward(2 * HOUR);
      const first = mortal(store);
      first.dieAfter(writes);
      await start(first.store)
        .tick()
        .catch(() => 0);
      store.endClaims();
      await pass(6);
      expect([writes, statesOf(told)]).toEqual([writes, ["processing"]]);
    }
  });
});
