import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextBatch } from "../../src/conversation/batch.ts";
import type { Inbound } from "../../src/core/conversation.ts";

const NOW = new Date("2026-11-24T08:00:00Z");

/** Messages by how many seconds ago they were written. */
function waiting(...messages: readonly (readonly [ago: number, text: string, kind?: Inbound["kind"]])[]): Inbound[] {
  return messages.map(([ago, text, kind], index) => ({
    id: String(index),
    channel: "zalo",
    person: "p",
    text,
    at: new Date(NOW.getTime() - ago * 1_000),
    ...(kind && { kind }),
  }));
}

describe("nextBatch", () => {
  it("takes a message alone as it is", () => {
    const [only] = waiting([1, "làm giấy khai sinh"]);
    expect(nextBatch([only as Inbound], NOW)).toEqual({ taken: 1, inbound: only, since: only?.at, late: false });
  });

  it("reads short messages sent one upon the other as one, at the time of the last", () => {
    const inbox = waiting([4, "chị ơi"], [3, "cho em hỏi"], [1, "giấy khai sinh cần gì"]);
    expect(nextBatch(inbox, NOW)).toEqual({
      taken: 3,
      inbound: { ...inbox[2], text: "chị ơi\ncho em hỏi\ngiấy khai sinh cần gì" },
      since: inbox[0]?.at,
      late: false,
    });
  });

  it("says once what was sent twice by mistake", () => {
    expect(nextBatch(waiting([2, "khai sinh"], [1, "khai sinh "]), NOW).inbound.text).toBe("khai sinh");
  });

  it("answers one after the other what was written with time between", () => {
    const { taken, inbound } = nextBatch(waiting([20, "khai sinh cần gì"], [10, "kết hôn cần gì"]), NOW);
    expect([taken, inbound.text]).toEqual([1, "khai sinh cần gì"]);
  });

  it.each(["press", "forward", "media", "follow", "human"] as const)(
    "leaves what is no typed word (%s) by itself",
    (kind) => {
      expect(nextBatch(waiting([1, "a"], [1, "#p/1.001193", kind]), NOW)).toMatchObject({
        taken: 1,
        inbound: { text: "a" },
      });
      expect(nextBatch(waiting([1, "x", kind], [1, "b"]), NOW)).toMatchObject({ taken: 1, inbound: { text: "x" } });
    },
  );

  it.each(["/can_bo", " /help", "#p/1.001193"])("leaves %s by itself, though it was typed", (command) => {
    expect(nextBatch(waiting([1, "a"], [1, command]), NOW).taken).toBe(1);
    expect(nextBatch(waiting([1, command], [1, "a"]), NOW).inbound.text).toBe(command);
  });

  it("does not let a burst grow beyond what can be read", () => {
    const long = "a".repeat(1_500);
    const { taken, inbound } = nextBatch(waiting([1, long], [1, `${long}b`], [1, long]), NOW);
    expect(taken).toBeLessThan(3);
    expect(inbound.text.length).toBeLessThanOrEqual(2_000);
  });

  it("gives one answer to what piled up while we were away: to the last thing said", () => {
    const inbox = waiting([900, "khai sinh"], [600, "alo"], [300, "có ai không"], [200, "giấy"], [199, "kết hôn"]);
    expect(nextBatch(inbox, NOW)).toMatchObject({ taken: 5, inbound: { text: "giấy\nkết hôn" }, late: true });
  });

  it("is not late for a single question, however long it waited", () => {
    expect(nextBatch(waiting([9_000, "khai sinh"]), NOW)).toMatchObject({ taken: 1, late: false });
  });

  it.each(["unfollow", "withdraw", "human", "follow"] as const)("does not jump over %s", (kind) => {
    const inbox = waiting([900, "khai sinh"], [800, "kết hôn"], [700, "", kind], [10, "tạm trú"]);
    expect(nextBatch(inbox, NOW)).toMatchObject({ taken: 2, inbound: { text: "kết hôn" }, late: true });
    expect(nextBatch(inbox.slice(2), NOW)).toMatchObject({ taken: 1, inbound: { kind } });
  });

  it("takes at least one and at most all, and ends with the message it answers", () => {
    const kind = fc.constantFrom<Inbound["kind"]>("text", "press", "forward", "media", "follow", "unfollow", "human");
    const message = fc.tuple(fc.integer({ min: -5, max: 9_000 }), fc.string(), kind);
    fc.assert(
      fc.property(fc.array(message, { minLength: 1 }), (messages) => {
        const inbox = waiting(...messages.toSorted(([a], [b]) => b - a));
        const { taken, inbound } = nextBatch(inbox, NOW);
        expect(taken).toBeGreaterThanOrEqual(1);
        expect(taken).toBeLessThanOrEqual(inbox.length);
        expect(inbound.id).toBe(inbox[taken - 1]?.id);
      }),
    );
  });
});
