import { describe, expect, it } from "vitest";
import { isForeign } from "../../../src/skills/clarify/foreign.ts";

describe("isForeign", () => {
  it.each([
    "hello how are you",
    "Where can I get a birth certificate?",
    "how much is the fee",
    "What documents do I need for marriage registration",
    "我要办护照",
    "Где получить паспорт",
    "សួស្តី",
    "여권을 만들고 싶어요",
  ])("%s", (text) => {
    expect(isForeign(text)).toBe(true);
  });

  it.each([
    "làm giấy khai sinh",
    "lam the can cuoc",
    "doi the can cuoc cho me",
    "mat the can cuoc",
    "can so do kieu gi",
    "tai khoan vneid online",
    "dang ky tam tru",
    "visa passport",
    "ok",
    "hello",
    "123",
    "",
    "khai sinh 中",
  ])("%j is Vietnamese, or not enough to tell", (text) => {
    expect(isForeign(text)).toBe(false);
  });
});
