import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Session } from "../../../src/core/conversation.ts";
import { lookPayload, morePayload, wishOf } from "../../../src/skills/dossier/asked.ts";
import { turnOf } from "../fixture.ts";

const EVAL = join(import.meta.dirname, "../../eval");
const CODE = "H12.01.02-260101-0001";
const wish = (text: string, session: Session = {}) => wishOf(turnOf(text, { session }));

describe("asking where a dossier is", () => {
  it.each([
    "hồ sơ của tôi tới đâu rồi",
    "ho so cua toi toi dau roi",
    "hồ sơ tui nộp tuần trước sao rồi em",
    "Hồ sơ của bà nội tui đến đâu rồi",
    "hồ sơ em có kết quả chưa",
    "hồ sơ của em đang ở đâu",
    "hs của tui tới đâu rồi",
    "cho tôi hỏi hồ sơ khai sinh nộp hôm 5/1 xong chưa ạ",
    "tra cứu hồ sơ",
    "tra cuu ho so",
    "coi giùm hồ sơ",
    "anh muốn xem hồ sơ",
    "kiểm tra hồ sơ giúp em",
    "tình trạng hồ sơ",
    "theo dõi hồ sơ đã nộp",
    "#d",
  ])("is heard: %s", (text) => {
    expect(wish(text)).toEqual({ kind: "ask" });
  });

  it.each([
    "nộp hồ sơ đến đâu",
    "hồ sơ kết hôn gồm gì, làm ra sao",
    "hồ sơ cần giấy tờ gì",
    "hướng dẫn tra cứu hồ sơ",
    "cách tra cứu hồ sơ",
    "hồ sơ xin việc",
    "làm khai sinh tới đâu cũng được hả",
    "#g/supplement",
    "#p/1.001193",
    "1234",
  ])("is not heard in: %s", (text) => {
    expect(wish(text)).toBeUndefined();
  });

  it("is heard in none of the questions about procedures", () => {
    const questions = ["commune", "province", "faq-style", "short", "ambiguous", "negative"].flatMap((file) =>
      readFileSync(join(EVAL, `${file}.jsonl`), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => String(Object.values(JSON.parse(line)).find((value) => typeof value === "string"))),
    );
    expect(questions.length).toBeGreaterThan(1_000);
    expect(questions.filter((question) => wish(question) !== undefined)).toEqual([]);
  });

  it("means the dossier that was talked about", () => {
    expect(wish("hồ sơ tới đâu rồi", { dossier: CODE })).toEqual({ kind: "state" });
    expect(wish("#d", { dossier: CODE })).toEqual({ kind: "ask" });
  });
});

describe("a code", () => {
  it("is taken in any writing, with those that follow", () => {
    expect(wish("coi giùm h12.01.02 – 260101 – 0001 và H12-260101-0002 nha")).toEqual({
      kind: "look",
      codes: [CODE, "H12-260101-0002"],
    });
  });

  it("is taken from a button", () => {
    expect(wish(lookPayload(CODE))).toEqual({ kind: "look", codes: [CODE] });
    expect(wish(morePayload(CODE))).toEqual({ kind: "more", code: CODE });
    expect(wish("#d/không-có-gì")).toEqual({ kind: "unread" });
    expect(Buffer.byteLength(morePayload("000.00.132.H12.1234.1234.1234-20260101-1234567"))).toBeLessThanOrEqual(64);
  });

  it("that was asked for may come in pieces, or not at all", () => {
    const session: Session = { awaited: "dossier-code" };
    for (const text of ["0001", "260105-0001", "mã là 12345", "h12 0001 nha em"]) {
      expect(wish(text, session), text).toEqual({ kind: "unread" });
    }
    for (const text of ["tôi không nhớ mã", "mất giấy hẹn rồi", "quen ma roi", "mã ở đâu"]) {
      expect(wish(text, session), text).toEqual({ kind: "no-code" });
    }
    expect(wish("làm khai sinh năm 2026 cần gì", session)).toBeUndefined();
    expect(wish("tôi không nhớ mã")).toBeUndefined();
  });
});

describe("digits that prove", () => {
  const session: Session = { awaited: "owner-digits", dossier: CODE };

  it.each([
    ["1234", "1234"],
    ["số cuối là 1234 nha em", "1234"],
    ["4 số cuối: 1234", "1234"],
    ["bốn số cuối căn cước 1234", "1234"],
    ["１２３４", "1234"],
    ["096090001234", "1234"],
    ["cccd 096 090 001 234", "1234"],
    ["0912345678 ạ", "5678"],
    ["123", undefined],
    ["12345", undefined],
  ])("are read: %s", (text, digits) => {
    expect(wish(text, session)).toEqual({ kind: "prove", code: CODE, digits });
  });

  it("are no one-time password, no question and nothing unasked", () => {
    expect(wish("123456", session)).toBeUndefined();
    expect(wish("năm 2026 lệ phí bao nhiêu", session)).toBeUndefined();
    expect(wish("1234", { dossier: CODE })).toBeUndefined();
    expect(wish("1234", { awaited: "owner-digits" })).toBeUndefined();
  });
});
