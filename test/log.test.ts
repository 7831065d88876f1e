import { describe, expect, it } from "vitest";
import { createLog, maskLine } from "../src/log.ts";

function logged() {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "") as Record<string, unknown> };
}

describe("createLog", () => {
  it("writes one JSON line an entry", () => {
    const { log, lines, last } = logged();
    log.info({ route: "/healthz", status: 200, ms: 3 }, "request");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(last()).toMatchObject({ level: 30, route: "/healthz", status: 200, ms: 3, msg: "request" });
    expect(last().time).toBeTypeOf("number");
  });

  it("masks the message, its parts and every field, however deep", () => {
    const { log, lines } = logged();
    log.warn(
      { text: "sđt 0901234567", deep: { list: ["lan@mail.example", { note: "CCCD 096000000001" }] } },
      "hỏi %s",
      "0911 234 567",
    );
    expect(lines[0]).not.toMatch(/0901234567|lan@|096000000001|0911/);
    expect(lines[0]).toContain("hỏi ‹điện thoại›");
  });

  it("masks errors, with their stack", () => {
    const { log, lines, last } = logged();
    log.error(new Error("bad 0901234567 at https://api.telegram.org/bot1:AbC/getMe"));
    expect(lines[0]).not.toMatch(/0901234567|1:AbC/);
    expect(last().err).toMatchObject({ type: "Error", message: expect.stringContaining("/bot‹secret›/getMe") });
  });

  it("masks what children carry", () => {
    const { log, lines } = logged();
    log.child({ who: "096000000001", access_token: "AT-1" }).info("x");
    expect(lines[0]).not.toMatch(/096000000001|AT-1/);
  });

  it("drops fields with the names of secrets", () => {
    const { log, last } = logged();
    log.info({ headers: { a: 1 }, authorization: "Bearer x", body: "hello", deep: { secret_key: "k", fine: 1 } }, "x");
    expect(last()).toMatchObject({ deep: { fine: 1 } });
    for (const name of ["headers", "authorization", "body"]) expect(last()).not.toHaveProperty(name);
    expect(last().deep).toEqual({ fine: 1 });
  });

  it("keeps to its level", () => {
    const lines: string[] = [];
    const log = createLog("warn", { write: (line) => lines.push(line) });
    log.info("quiet");
    expect(lines).toEqual([]);
  });
});

describe("maskLine", () => {
  it("leaves numbers alone", () => {
    expect(maskLine('{"time":1790000000000,"ms":12}')).toBe('{"time":1790000000000,"ms":12}\n');
  });

  it("masks as text what is no JSON", () => {
    expect(maskLine("0901234567 {\n")).toBe("‹điện thoại› {\n");
  });
});
