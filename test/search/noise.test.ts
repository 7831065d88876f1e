import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { fixture, TODAY } from "./fixture.ts";
import { NOISE } from "./noise.ts";

const snapshot = fixture();
const search = new LexicalSearch(snapshot, buildIndex(snapshot));
const inForce = [...snapshot.procedures.values()].filter(({ effective }) => effective.to === undefined);

const QUESTIONS: readonly (readonly [text: string, code: string])[] = [
  ...inForce.map(({ name, code }) => [name, code] as const),
  ["làm giấy khai sanh cho con", "1.000001"],
  ["cưới vợ Đài Loan", "1.000006"],
  ["xin phép cất nhà", "1.000007"],
  ["giấy phép cất nhà sắp hết hạn", "1.000008"],
  ["làm giấy ghe đi biển", "1.000009"],
  ["mất sổ đỏ xin lại", "1.000010"],
  ["cắt khẩu cho người đi xa", "1.000013"],
];

describe.each(Object.entries(NOISE))("a question %s", (_, spoil) => {
  it.each(QUESTIONS)("finds what it means: %s", (text, code) => {
    expect(search.find(spoil(text), { today: TODAY }).hits[0]?.procedure.code).toBe(code);
  });
});
