import type { Guide } from "../../../src/core/guide.ts";
import { parseGuide } from "../../../src/knowledge/guides/parse.ts";

/** Reads a guide written as in `knowledge/guides/`. */
export function guideOf(yaml: string): Guide {
  const { value, faults } = parseGuide("guide.yaml", "guides/guide.yaml", yaml);
  if (!value) throw new Error(faults.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  return value;
}

const HEAD = "verified: 2026-11-24\nsources: {portal: Cổng Dịch vụ công quốc gia}\n";

/** A straight walk with a picture, a link, something optional and known troubles. */
export const card = guideOf(`id: card
title: Làm thẻ căn cước
aliases: [làm căn cước từng bước]
${HEAD}steps:
  - id: book
    text: Anh/chị đặt lịch với Công an xã.
    source: portal
  - id: bring
    text: Anh/chị mang theo giấy khai sinh.
    optional: true
    troubles:
      - {label: Mất giấy khai sinh, text: Anh/chị xin trích lục ở nơi đã đăng ký.}
      - {label: Chưa tới ngày hẹn, text: Anh/chị xem lại giấy hẹn.}
  - id: go
    text: Anh/chị đến nơi hẹn.
    link: {label: Trang đặt lịch, url: https://dichvucong.gov.vn/dat-lich}
    picture: {file: desk.svg, alt: Quầy tiếp dân}
`);

/** A walk with choices, branches, a guide on the way, something typed and a way back. */
export const account = guideOf(`id: account
title: Tạo tài khoản VNeID
aliases: [tạo vneid, tạo tài khoản vneid, quên mật khẩu vneid]
procedures: ["1.011410"]
after: [card]
${HEAD}steps:
  - id: has-chip
    text: Anh/chị có thẻ căn cước chưa?
    ask: chip
    choices:
      - {label: Có rồi, value: yes}
      - {label: Chưa có, value: no, through: card}
      - {label: Bé dưới 14 tuổi, value: child, to: child}
  - id: phone
    text: Anh/chị nhắn em số điện thoại chính chủ.
    ask: phone
    typed: {check: phone, again: Số này chưa đúng.}
  - id: kind
    text: Điện thoại loại nào?
    ask: kind
    choices:
      - {label: iPhone, value: iphone}
      - {label: Android, value: android}
  - id: store
    text: Anh/chị mở kho ứng dụng.
    ways:
      - {if: {kind: iphone}, to: apple}
  - id: google
    text: Tìm VNeID trong CH Play.
    to: open
  - id: apple
    text: Tìm VNeID trong App Store.
  - id: open
    text: Mở được ứng dụng chưa?
    ask: opened
    choices:
      - {label: Mở được, value: yes, to: end}
      - {label: Chưa được, value: no, to: store}
  - id: child
    text: Bé dùng tài khoản của cha mẹ.
    source: portal
    to: end
`);

export const guides = new Map([card, account].map((guide) => [guide.id, guide]));
