import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExact } from "../../../src/channels/zalo-oa/json.ts";

describe("reading JSON", () => {
  it("keeps every digit of long whole numbers, as strings", () => {
    expect(parseExact('{"id":9007199254740993,"list":[-90071992547409930, 12345678901234567890]}')).toEqual({
      id: "9007199254740993",
      list: ["-90071992547409930", "12345678901234567890"],
    });
  });

  it.each([
    ['{"a":1790000000000}', { a: 1_790_000_000_000 }],
    ['{"a":0.12345678901234567}', { a: Number("0.12345678901234567") }],
    ['{"a":12345678901234567.5}', { a: Number("12345678901234567.5") }],
    ['{"a":1234567890123456e3}', { a: Number("1234567890123456e3") }],
    ['{"a":"9007199254740993"}', { a: "9007199254740993" }],
    ['{"a":"\\" 9007199254740993 \\\\","b":1}', { a: '" 9007199254740993 \\', b: 1 }],
    ['{"9007199254740993":9007199254740993}', { "9007199254740993": "9007199254740993" }],
  ])("leaves the rest as it is: %s", (text, value) => {
    expect(parseExact(text)).toEqual(value);
  });

  it("reads whatever JSON can say as it was meant", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        const long = /(?<![.\d])\d{16}/.test(text);
        return long || JSON.stringify(parseExact(text)) === JSON.stringify(JSON.parse(text));
      }),
    );
  });

  it("keeps any whole number exact, wherever it stands", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), (number, other) => {
        const text = `{${JSON.stringify(`k${other}`)}:[${number}],"t":${JSON.stringify(other)}}`;
        const read = parseExact(text) as Record<string, unknown>;
        return String((read[`k${other}`] as unknown[])[0]) === String(number === 0n ? 0 : number) && read.t === other;
      }),
    );
  });

  it("takes the last of equal keys", () => {
    expect(parseExact('{"id":"1","id":"2","n":90071992547409931,"n":90071992547409932}')).toEqual({
      id: "2",
      n: "90071992547409932",
    });
  });

  it("lets no key reach the prototype", () => {
    const read = parseExact(
      '{"__proto__":{"sender":{"id":"1"}},"constructor":{"prototype":{"x":1}},"n":90071992547409931}',
    );
    expect((read as { sender?: unknown }).sender).toBeUndefined();
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it.each(["", "{", "nope", '{"a":1}}', '{"a":01}', "[".repeat(200_000), `"${'\\"'.repeat(400_000)}`])(
    "knows what is no JSON, long before a test times out: %.20s",
    (text) => {
      expect(parseExact(text)).toBeUndefined();
    },
  );

  it("reads long strings and deep nests beside a long number in one go", () => {
    const text = `{"id":9007199254740993,"t":"${'\\"x'.repeat(200_000)}","d":${"[".repeat(5_000)}${"]".repeat(5_000)}}`;
    expect(parseExact(text)).toMatchObject({ id: "9007199254740993" });
  });
});
