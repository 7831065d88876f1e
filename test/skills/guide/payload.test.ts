import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Input,
  listPayload,
  readGuidePayload,
  startPayload,
  stepPayload,
} from "../../../src/skills/guide/payload.ts";

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,23}$/);
const number = fc.integer({ min: 0, max: 9 });
const input: fc.Arbitrary<Exclude<Input, { kind: "type" }>> = fc.oneof(
  fc
    .constantFrom("done", "back", "skip", "show", "pause", "remind", "cancel", "stuck")
    .map((kind) => ({ kind }) as const),
  number.map((choice) => ({ kind: "choose", choice }) as const),
  number.map((trouble) => ({ kind: "trouble", trouble }) as const),
);

describe("payloads of guides", () => {
  it("come back as they were sent, within 64 bytes", () => {
    fc.assert(
      fc.property(name, name, input, (guide, step, does) => {
        const sent = stepPayload(guide, step, does);
        expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(64);
        expect(readGuidePayload(sent)).toEqual({ kind: "at", guide, step, input: does });
        expect(readGuidePayload(startPayload(guide))).toEqual({ kind: "start", guide });
      }),
    );
  });

  it("list the guides from anywhere", () => {
    expect(readGuidePayload(listPayload())).toEqual({ kind: "list", from: 0 });
    expect(readGuidePayload(listPayload(4))).toEqual({ kind: "list", from: 4 });
  });

  it.each([
    "",
    "#",
    "#G",
    "#g/",
    "#g/A",
    "#g/a/",
    "#g/a/b",
    "#g/a/b/z",
    "#g/a/b/10",
    "#g/a/b/tx",
    "#g/a/b/1/2",
    "#g+",
    "#g+9999",
    "#h",
    " #g",
  ])("does not take %j", (text) => {
    expect(readGuidePayload(text)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void readGuidePayload(`#g${text}`)));
  });
});
