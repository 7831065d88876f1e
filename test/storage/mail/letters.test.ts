import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inbound } from "../../../src/core/conversation.ts";
import { message, notice, readLane, writePart, writeState } from "../../../src/storage/mail/letters.ts";

const INBOUND: Inbound = { id: "1", channel: "zalo", person: "7", text: "chào", at: new Date(0) };
/** Any JavaScript string, lone surrogates included. */
const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });

describe("message", () => {
  it("marks a message by channel and id alone", () => {
    const { mark } = message("zalo/7", INBOUND);
    expect(message("zalo/8", { ...INBOUND, text: "khác", person: "8" }).mark).toBe(mark);
    expect(message("zalo/7", { ...INBOUND, id: "2" }).mark).not.toBe(mark);
    expect(message("zalo/7", { ...INBOUND, channel: "telegram" }).mark).not.toBe(mark);
  });

  it("does not confuse a channel and an id that read alike together", () => {
    const one = message("l", { ...INBOUND, channel: "a", id: "bc" });
    const other = message("l", { ...INBOUND, channel: "ab", id: "c" });
    expect(one.mark).not.toBe(other.mark);
  });

  it("keeps ids out of the marks", () => {
    expect(message("zalo/7", { ...INBOUND, id: "0912345678" }).mark).not.toContain("0912345678");
  });

  it("can be read again, whatever it says", () => {
    const inbounds = fc.record({
      id: anything,
      channel: anything,
      person: anything,
      text: anything,
      at: fc.date({ noInvalidDate: true }),
    });
    fc.assert(
      fc.property(inbounds, (inbound) => {
        const { box, letters } = message("l", inbound);
        expect(box).toBe("inbox");
        expect(letters.every((letter) => letter.isWellFormed())).toBe(true);
        expect(readLane("l", { inbox: letters, outbox: [] }).inbox).toEqual([inbound]);
      }),
    );
  });
});

describe("notice", () => {
  it("marks parts by lane and id", () => {
    const parts = [{ text: "a", buttons: [] }];
    const { mark, box, letters } = notice("zalo/7", "1", parts);
    expect(box).toBe("outbox");
    expect(letters).toEqual(parts.map(writePart));
    expect(notice("zalo/7", "1", []).mark).toBe(mark);
    expect(notice("zalo/8", "1", parts).mark).not.toBe(mark);
    expect(message("zalo/7", INBOUND).mark).not.toBe(mark);
  });
});

describe("state", () => {
  it("is kept as JSON and read again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const state = writeState(value);
        expect(state).not.toBeNull();
        const kept = readLane("l", { inbox: [], outbox: [], state: state ?? undefined }).state;
        expect(kept).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is null when there is none", () => {
    expect(writeState(undefined)).toBeNull();
    expect(readLane("l", { inbox: [], outbox: [] }).state).toBeUndefined();
  });
});
