import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folders, list, officers, origin, proxy, token } from "../../src/config/forms.ts";

/** The faults of a value; none when it is right. */
const faults = (
  form: { safeParse(value: unknown): { error?: { issues: readonly { message: string }[] } | undefined } },
  value: string,
) => form.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe("origin", () => {
  it.each([
    ["https://camau.example", "https://camau.example"],
    ["https://camau.example/", "https://camau.example"],
    ["https://CAMAU.example:8443", "https://camau.example:8443"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["http://[::1]:8080", "http://[::1]:8080"],
  ])("takes %s", (address, kept) => expect(origin.parse(address)).toBe(kept));

  it.each([
    "",
    "camau.example",
    "ftp://camau.example",
    "http://camau.example",
    "https://camau.example/a",
    "https://camau.example?x",
    "https://camau.example#x",
    "https://u:p@camau.example",
  ])("refuses %j", (address) => expect(faults(origin, address)).toHaveLength(1));

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void origin.safeParse(text)));
  });
});

describe("proxy", () => {
  it.each(["loopback", "127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"])("takes %s", (name) =>
    expect(faults(proxy, name)).toEqual([]),
  );
  it.each(["", "all", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::/129", "1.2.3.4/8/8", "*"])("refuses %j", (name) => {
    expect(faults(proxy, name)).toHaveLength(1);
  });
});

describe("list", () => {
  it("drops blanks and empty entries", () => {
    expect(list.parse(" a ,, b/c,")).toEqual(["a", "b/c"]);
    expect(list.parse("")).toEqual([]);
  });

  it("of folders must not be empty", () => {
    expect(faults(folders, " , ")).toEqual(["cần ít nhất một thư mục · needs at least one folder"]);
  });
});

describe("officers", () => {
  it("keep what is right, whatever stands around it", () => {
    const entry = fc.tuple(fc.constantFrom("telegram", "zalo"), fc.stringMatching(/^\d{1,19}$/));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const text = entries.map(([channel, person]) => ` ${channel} : ${person} `).join(",");
        expect(officers.parse(text)).toEqual(new Set(entries.map((one) => one.join(":"))));
      }),
    );
  });

  it("have one fault each", () => {
    expect(faults(officers, "telegram:1,x,zalo:abc")).toEqual([
      expect.stringMatching(/^"x" .* · must start with/),
      expect.stringMatching(/^"zalo:abc" .* · the id must be digits/),
    ]);
  });
});

describe("token", () => {
  it.each(["abc", "a.b-c_d:e/f=="])("takes %s", (value) => expect(faults(token, value)).toEqual([]));
  it.each(["", "a b", "á", "a\nb"])("refuses %j", (value) => expect(faults(token, value)).toHaveLength(1));
});
