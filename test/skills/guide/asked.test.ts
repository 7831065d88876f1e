import { describe, expect, it } from "vitest";
import { guideAsked, guideFor, listAsked } from "../../../src/skills/guide/asked.ts";
import { account, guides as all, card, guideOf } from "./fixture.ts";

const submit = guideOf(`id: submit
title: Nộp khai sinh trên mạng
aliases: [đăng ký khai sinh online]
procedures: ["1.001193"]
verified: 2026-11-24
sources: {s: Cổng}
steps:
  - {id: only, text: Làm đi.}
`);
const guides = new Map([...all, ["submit", submit], ["account", { ...account, procedures: [] }]]);

describe("guideAsked", () => {
  it.each([
    "tạo vneid",
    "tao vneid sao",
    "Tạo tài khoản VNeID",
    "chỉ tui cách tạo tài khoản vneid với",
    "em ơi má tui muốn tạo vneid thì làm sao",
    "quen mat khau vneid",
    "bị quên mật khẩu vneid rồi, giúp em với ạ",
    "hướng dẫn tạo vneid từng bước",
  ])("starts the guide for %j", (text) => {
    expect(guideAsked(text, guides)).toBe("account");
  });

  it.each([
    "tạo vneid mất bao lâu",
    "tạo vneid có tốn tiền không, lệ phí bao nhiêu",
    "tao vneid o dau",
    "tạo vneid cho người nước ngoài",
    "quên mật khẩu ngân hàng",
    "vneid",
    "làm giấy khai sinh",
    "#g/account",
    "",
  ])("leaves %j to others", (text) => {
    expect(guideAsked(text, guides)).toBeUndefined();
  });

  it("wants a 'how' before it takes a procedure's name for the guide to it", () => {
    expect(guideAsked("đăng ký khai sinh online", guides)).toBeUndefined();
    expect(guideAsked("hướng dẫn đăng ký khai sinh online", guides)).toBe("submit");
    expect(guideAsked("dang ky khai sinh online lam sao", guides)).toBe("submit");
  });

  it("does not take other words that only fold to the same", () => {
    expect(guideAsked("tào vneid", guides)).toBeUndefined();
  });

  it("finds nothing where there are no guides", () => {
    expect(guideAsked("tạo vneid", new Map())).toBeUndefined();
  });
});

describe("listAsked", () => {
  it.each(["hướng dẫn", "/huong_dan", "Huong dan", "có hướng dẫn gì"])("lists the guides after %j", (text) =>
    expect(listAsked(text)).toBe(true),
  );
  it.each(["hướng dẫn tôi", "hướng dẫn sử dụng", "hướng dẫn làm khai sinh", ""])("does not after %j", (text) =>
    expect(listAsked(text)).toBe(false),
  );
});

describe("guideFor", () => {
  it("finds the guide through submitting a procedure", () => {
    expect(guideFor("1.001193", guides)).toBe(submit);
    expect(guideFor("1.000894", guides)).toBeUndefined();
    expect(guideFor("1.011410", new Map([[card.id, card]]))).toBeUndefined();
  });
});
