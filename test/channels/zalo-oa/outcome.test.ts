import { describe, expect, it } from "vitest";
import { createJudge } from "../../../src/channels/zalo-oa/outcome.ts";
import { surroundings } from "../../surroundings.ts";

function open() {
  const { log, logged, now, clock } = surroundings();
  const judge = createJudge({ log, now });
  const fails = (code: number, person = "2") => judge.outcome(person, { status: "error", code, message: "said so" });
  const succeeds = (person = "2") => judge.outcome(person, { status: "done", data: {} });
  return { judge, fails, succeeds, logged, clock };
}
const ALARMS = [-124, -204, -205, -209, -211, -212, -216, -218, -219, -220, -221, -223, -224, -242, -320, -321, -403];

describe("what an error of Zalo means", () => {
  it.each([-213, -217, -227, -230, -232, -244, -305, -311])("%i: the person cannot be reached", (code) => {
    const { judge, fails } = open();
    expect(fails(code)).toEqual({ status: "unreachable", reason: `${code} said so` });
    expect(judge.rest()).toBe(0);
  });

  it.each([-201, -210, -233, -240, -1, -9999, 5])(
    "%i: the message is never taken, and the operator is told",
    (code) => {
      const { judge, fails, logged } = open();
      expect(fails(code)).toEqual({ status: "refused", reason: `${code} said so` });
      expect(judge.rest()).toBe(0);
      expect(logged.filter(({ level }) => level === 50)).toMatchObject([{ code }]);
    },
  );

  it.each(ALARMS)("%i: everything waits for the operator, who is told once what to do", (code) => {
    const { judge, fails, logged } = open();
    expect(fails(code)).toEqual({ status: "later", after: 60_000 });
    expect(judge.rest()).toBe(60_000);
    fails(code, "3");
    const told = logged.filter(({ alarm }) => alarm === "zalo");
    expect(told).toMatchObject([{ level: 50, code, msg: expect.stringMatching(/^Zalo answered -\d+: .{20,}/) }]);
  });

  it("is told again after it had gone away", () => {
    const { fails, succeeds, logged } = open();
    fails(-211);
    succeeds();
    fails(-211);
    expect(logged.filter(({ alarm }) => alarm === "zalo")).toHaveLength(2);
  });

  it.each([-248, -249])("%i: this message is lost, and the operator is told", (code) => {
    const { judge, fails, logged } = open();
    expect(fails(code)).toMatchObject({ status: "refused" });
    expect(judge.rest()).toBe(0);
    expect(logged.filter(({ alarm }) => alarm === "zalo")).toHaveLength(1);
  });

  it("-32: everything waits, twice as long each time, at most a minute", () => {
    const { judge, fails, succeeds, clock } = open();
    const waits = Array.from({ length: 8 }, (_, index) => {
      fails(-32, String(index));
      const rest = judge.rest();
      clock.forward(rest);
      return rest;
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(judge.rest()).toBe(0);
    succeeds();
    fails(-32);
    expect(judge.rest()).toBe(2_000);
  });

  it("-200: tried again twice, for each person", () => {
    const { fails, succeeds } = open();
    expect(fails(-200)).toEqual({ status: "later", after: 2_000 });
    expect(fails(-200, "3")).toEqual({ status: "later", after: 2_000 });
    expect(fails(-200)).toEqual({ status: "later", after: 4_000 });
    expect(fails(-200)).toMatchObject({ status: "refused" });
    expect(fails(-200)).toEqual({ status: "later", after: 2_000 });
    succeeds();
    expect(fails(-200)).toEqual({ status: "later", after: 2_000 });
  });

  it("-234: not at night", () => {
    expect(open().fails(-234)).toEqual({ status: "later", after: 600_000 });
  });

  it("-100: the attachment is gone", () => {
    expect(open().fails(-100)).toBe("expired");
  });
});

describe("a call without an answer", () => {
  it("is made again soon", () => {
    const { judge, logged } = open();
    const none = { status: "none", reason: "ECONNRESET" } as const;
    expect(judge.outcome("2", none)).toEqual({ status: "later", after: 2_000 });
    expect(logged).toMatchObject([{ level: 40, outcome: "later", reason: "ECONNRESET" }]);
  });

  it("is made again when there is a token", () => {
    const { judge, logged } = open();
    expect(judge.outcome("2", { status: "later", after: 9, reason: "busy" })).toEqual({ status: "later", after: 9 });
    expect(logged).toEqual([]);
  });
});

describe("the log", () => {
  it("names no person", () => {
    const { fails, logged } = open();
    for (const code of [-32, -200, -201, -213, -216]) fails(code, "2000000000000000002");
    expect(JSON.stringify(logged)).not.toContain("2000000000000000002");
  });
});
