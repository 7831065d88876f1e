import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/conversation/batch.ts";
import { Drafts } from "../../src/conversation/drafts.ts";
import type { Outcome } from "../../src/core/conversation.ts";
import { replyWith } from "../../src/skills/reply.ts";

const at = new Date("2026-11-24T08:00:00Z");

function batch(id: string, taken = 1): Batch {
  return { taken, inbound: { id, channel: "zalo", person: "p", text: id, at }, since: at, late: false };
}

function answer(text: string): Outcome {
  return { reply: replyWith("clarify", text), session: {} };
}

describe("Drafts", () => {
  it("gives a draft out once, for the very messages it answers", () => {
    const drafts = new Drafts();
    const outcome = answer("Dạ");
    drafts.keep("zalo/p", batch("1"), outcome);
    expect(drafts.take("zalo/p", batch("1"))).toBe(outcome);
    expect(drafts.take("zalo/p", batch("1"))).toBeUndefined();
  });

  it.each([
    ["more came", "zalo/p", batch("2", 2)],
    ["another message", "zalo/p", batch("2")],
    ["another lane", "zalo/q", batch("1")],
  ])("gives none for others: %s", (_, lane, asked) => {
    const drafts = new Drafts();
    drafts.keep("zalo/p", batch("1"), answer("Dạ"));
    expect(drafts.take(lane, asked)).toBeUndefined();
  });

  it("forgets the oldest of more than a thousand", () => {
    const drafts = new Drafts();
    for (let count = 0; count <= 1_000; count++) drafts.keep(`zalo/${count}`, batch("1"), answer(String(count)));
    expect(drafts.take("zalo/0", batch("1"))).toBeUndefined();
    expect(drafts.take("zalo/1", batch("1"))?.reply.text).toBe("1");
    expect(drafts.take("zalo/1000", batch("1"))?.reply.text).toBe("1000");
  });
});
