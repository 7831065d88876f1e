import { describe, expect, it } from "vitest";
import type { Step } from "../../../src/core/guide.ts";
import type { Input } from "../../../src/skills/guide/payload.ts";
import { inputSaid } from "../../../src/skills/guide/said.ts";
import { asksToGoOn, bare, plainSaid, saidAtRest } from "../../../src/skills/guide/sayings.ts";
import { account, card } from "./fixture.ts";

const step = (guide: typeof card, id: string) => guide.steps.get(id) as Step;
const choice = (number: number): Input => ({ kind: "choose", choice: number });

describe("plainSaid", () => {
  it.each([
    ["xong", "done"],
    ["xong rồi", "done"],
    ["Xong rồi em ơi", "done"],
    ["xong roi nha", "done"],
    ["dạ xong", "done"],
    ["làm xong rồi", "done"],
    ["tiếp tục", "done"],
    ["tiep theo", "done"],
    ["bước tiếp theo đi", "done"],
    ["ok", "done"],
    ["quay lai", "back"],
    ["cho tôi quay lại bước trước", "back"],
    ["buoc truoc", "back"],
    ["bo qua", "skip"],
    ["bỏ qua bước này đi em", "skip"],
    ["nói lại dùm tôi", "show"],
    ["tôi chưa hiểu", "show"],
    ["dung lai", "pause"],
    ["thôi để sau đi", "pause"],
    ["mai làm tiếp", "pause"],
    ["mai nhắc tôi", "remind"],
    ["nhắc tôi ngày mai", "remind"],
    ["huỷ", "cancel"],
    ["hủy", "cancel"],
    ["thôi không làm nữa", "cancel"],
    ["ket roi", "stuck"],
    ["tôi bị kẹt", "stuck"],
    ["em ơi tôi bị kẹt rồi", "stuck"],
    ["không được", "stuck"],
    ["vẫn không được em ơi", "stuck"],
    ["chưa xong", "stuck"],
    ["chưa dc", "stuck"],
    ["ko dc", "stuck"],
    ["xong r", "done"],
    ["làm khai sinh cần giấy gì", undefined],
    ["lệ phí", undefined],
    ["xong rồi thì nộp ở đâu", undefined],
    ["cảm ơn", undefined],
    ["", undefined],
  ] as const)("takes %j for %s", (text, kind) => {
    expect(plainSaid(text)).toBe(kind);
  });
});

describe("bare", () => {
  it("leaves politeness away, but something always stays", () => {
    expect(bare("Dạ xong rồi nha em")).toBe("xong");
    expect(bare("rồi")).toBe("roi");
    expect(bare("dạ")).toBe("da");
    expect(bare("!!")).toBe("");
  });
});

describe("asksToGoOn and saidAtRest", () => {
  it.each(["tiếp tục", "tiep tuc", "làm tiếp nha em", "tiếp", "cho tôi làm tiếp"])("goes on after %j", (text) =>
    expect(asksToGoOn(text)).toBe(true),
  );
  it.each(["ok", "tiếp tục nộp hồ sơ khai sinh", "xong", ""])("does not go on after %j", (text) =>
    expect(asksToGoOn(text)).toBe(false),
  );

  it("still hears that it is done or stuck, and nothing that may be about something else", () => {
    expect(saidAtRest("xong rồi em")).toEqual({ kind: "done" });
    expect(saidAtRest("kẹt rồi")).toEqual({ kind: "stuck" });
    for (const text of ["ok", "dạ", "quay lại", "huỷ", "1"]) expect(saidAtRest(text)).toBeUndefined();
  });
});

describe("inputSaid", () => {
  const ask = step(account, "has-chip");

  it.each([
    ["có rồi", 0],
    ["co roi", 0],
    ["dạ có", 0],
    ["rồi", 0],
    ["tôi có rồi em", 0],
    ["chưa", 1],
    ["chua co", 1],
    ["chưa có thẻ", 1],
    ["chua co the can cuoc", 1],
    ["không có", 1],
    ["bé dưới 14 tuổi", 2],
    ["be duoi 14", 2],
    ["bé", 2],
    ["14 tuổi", 2],
  ])("takes %j for a choice", (text, number) => {
    expect(inputSaid(text, ask, false)).toEqual(choice(number));
  });

  it.each(["có rồi mà bị mất", "bé mấy tuổi thì làm được", "làm thẻ bao nhiêu tiền", "hả"])(
    "leaves %j to others",
    (text) => {
      expect(inputSaid(text, ask, false)).toBeUndefined();
    },
  );

  it("counts only when nothing else was offered last", () => {
    expect(inputSaid("số 2", ask, true)).toEqual(choice(1));
    expect(inputSaid("2", ask, false)).toBeUndefined();
    expect(inputSaid("9", ask, true)).toBeUndefined();
  });

  it("takes a choice before what the same words mean elsewhere", () => {
    expect(inputSaid("chưa được", step(account, "open"), false)).toEqual(choice(1));
    expect(inputSaid("không được", step(account, "open"), false)).toEqual(choice(1));
    expect(inputSaid("không được", step(card, "go"), false)).toEqual({ kind: "stuck" });
  });

  it("takes what a step asks to be typed, and nothing else", () => {
    const phone = step(account, "phone");
    expect(inputSaid("0912 345 678", phone, false)).toEqual({ kind: "type", text: "0912 345 678" });
    expect(inputSaid("quay lại", phone, false)).toEqual({ kind: "back" });
    expect(inputSaid("số nào cũng được hả em", phone, false)).toBeUndefined();
    expect(inputSaid("0912345678", step(card, "go"), false)).toBeUndefined();
  });

  it("takes a known trouble by its name", () => {
    const bring = step(card, "bring");
    for (const text of [
      "mất giấy khai sinh",
      "em bị mất giấy khai sinh rồi",
      "mat giay khai sinh",
      "mất khai sinh rồi em ơi",
    ])
      expect(inputSaid(text, bring, false), text).toEqual(
        text.endsWith("ơi") ? undefined : { kind: "trouble", trouble: 0 },
      );
    expect(inputSaid("chưa tới ngày", bring, false)).toEqual({ kind: "trouble", trouble: 1 });
    for (const text of ["khai sinh", "giấy", "làm lại giấy khai sinh cần gì"])
      expect(inputSaid(text, bring, false), text).toBeUndefined();
    expect(inputSaid("mất giấy khai sinh", step(card, "go"), false)).toBeUndefined();
  });

  it("leaves payloads alone", () => {
    expect(inputSaid("#g", ask, true)).toBeUndefined();
  });
});
