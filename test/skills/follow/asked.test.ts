import { describe, expect, it } from "vitest";
import type { Session } from "../../../src/core/conversation.ts";
import { wishOf } from "../../../src/skills/follow/asked.ts";
import { startPayload } from "../../../src/skills/follow/payload.ts";
import { turnOf } from "../fixture.ts";

const CODE = "000.00.01.H12-261116-0001";
const about: Session = { dossier: CODE };
const asked: Session = { dossier: CODE, offered: [{ label: "Đồng ý, báo cho tôi", send: startPayload(CODE) }] };
const wish = (text: string, session: Session = {}) => wishOf(turnOf(text, { session }));

describe("asking to be told", () => {
  it.each([
    "báo cho tôi khi xong",
    "bao cho toi khi xong nhe",
    "khi nào xong báo tui nghen",
    "có kết quả thì nhắn em nha",
    "chừng nào có kết quả báo mình với",
    "theo dõi hồ sơ này giúp tôi",
    "theo doi ho so nay",
    "em theo dõi giùm chị",
    "có gì mới báo chị liền nha em",
    "có thay đổi thì báo tôi",
  ])("%s: the dossier just talked about", (text) => {
    expect(wish(text, about)).toEqual({ kind: "ask", code: CODE });
  });

  it("of a dossier named beside it", () => {
    const text = "hồ sơ 000.00.01.h12-261116-0002 khi nào xong báo tôi với";
    expect(wish(text, about)).toEqual({ kind: "ask", code: "000.00.01.H12-261116-0002" });
  });

  it("of no dossier at all asks which, where it is about one", () => {
    expect(wish("khi nào hồ sơ có kết quả báo tôi nha")).toEqual({ kind: "which" });
    expect(wish("khi nào xong báo tôi")).toBeUndefined();
  });
});

describe("asking to be told no more", () => {
  it.each([
    "dừng theo dõi",
    "dung theo doi",
    "Ngừng báo",
    "ngung theo doi ho so di em",
    "thôi khỏi báo nữa em ơi",
    "đừng nhắn nữa",
    "hủy theo dõi hết giùm tôi",
    "tắt thông báo",
  ])("%s: of all", (text) => {
    expect(wish(text)).toEqual({ kind: "stop-all" });
    expect(wish(text, asked)).toEqual({ kind: "stop-all" });
  });

  it("of one that is named", () => {
    expect(wish(`dừng theo dõi ${CODE}`)).toEqual({ kind: "stop", code: CODE });
  });
});

it.each(["em đang theo dõi hồ sơ nào vậy", "danh sách theo dõi", "dang theo doi nhung gi"])("%s: the list", (text) => {
  expect(wish(text)).toEqual({ kind: "list" });
});

describe("the answer to the question", () => {
  it.each(["có", "ok em", "đồng ý", "dạ được", "ừ", "vâng ạ", "u bao di", "đồng ý nha em"])("%s: yes", (text) => {
    expect(wish(text, asked)).toEqual({ kind: "start", code: CODE });
    expect(wish(text, about)).toBeUndefined();
  });

  it.each(["không", "thôi em", "khỏi", "ko cần", "dạ thôi", "không cần đâu em"])("%s: no", (text) => {
    expect(wish(text, asked)).toEqual({ kind: "declined" });
    expect(wish(text, about)).toBeUndefined();
  });

  it("is not something else that begins like it", () => {
    for (const text of ["có cần giấy tờ gì không", "không có giấy hẹn", "được mấy ngày"])
      expect(wish(text, asked)).toBeUndefined();
  });
});

describe("buttons", () => {
  it.each([
    ["#f", { kind: "list" }],
    ["#f/stop", { kind: "stop-all" }],
    ["#f/no", { kind: "declined" }],
    [`#f/${CODE}`, { kind: "ask", code: CODE }],
    [`#f/${CODE}/yes`, { kind: "start", code: CODE }],
    [`#f/stop/${CODE}`, { kind: "stop", code: CODE }],
  ])("%s", (text, expected) => {
    expect(wish(text)).toEqual(expected);
  });

  it.each([
    "#foo",
    "#f/",
    "#f/yes",
    "#f/abc",
    "#f/stop/",
    "#f/stop/abc",
    `#f/${CODE}/maybe`,
    `#d/${CODE}`,
    `#f/x${CODE}`,
  ])("%s is none of ours", (text) => {
    expect(wish(text)).toBeUndefined();
  });

  it("fit into the 64 bytes of a payload with the longest code", () => {
    const longest = "000.00.01.H12.1234.1234.1234-20261116-0000001";
    expect(Buffer.byteLength(`#f/stop/${longest}`)).toBeLessThanOrEqual(64);
    expect(wish(startPayload(longest))).toEqual({ kind: "start", code: longest });
  });
});

describe("what is about something else", () => {
  it.each([
    "tôi muốn báo mất giấy tờ",
    "báo cáo lưu trú ở đâu",
    "hướng dẫn theo dõi hồ sơ này trên mạng",
    "làm khai sinh cần giấy gì",
    "thông báo thu hồi đất là gì",
    "khai báo tạm trú",
    "xong rồi",
    "hồ sơ của tôi tới đâu rồi",
    CODE,
    `xem ${CODE}`,
  ])("%s", (text) => {
    expect(wish(text, about)).toBeUndefined();
  });
});
