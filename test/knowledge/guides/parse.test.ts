import { describe, expect, it } from "vitest";
import { parseGuide } from "../../../src/knowledge/guides/parse.ts";
import { lineOf } from "../folder.ts";

const TEXT = `id: log-in
title: Đăng nhập Cổng
aliases: [đăng nhập cổng, vào dịch vụ công]
procedures: ["1.001193"]
verified: 2026-11-24
sources:
  portal: Cổng Dịch vụ công quốc gia
after: [pay]
steps:
  - id: kind
    text: |-
      Anh/chị dùng máy gì?

      Chọn một   nút.
    ask: device
    choices:
      - {label: Điện thoại, value: phone}
      - {label: Máy tính, value: computer, to: scan}
      - {label: Chưa có, value: none, through: account}
  - id: open
    text: Anh/chị mở VNeID.
    picture: {file: open.svg, alt: Màn hình đầu}
    link: {label: Tải về, url: https://vneid.gov.vn/}
    source: portal
    optional: true
    ways:
      - {if: {device: computer}, to: scan}
    to: end
    troubles:
      - {label: Quên mật khẩu, text: "Bấm “Quên mật khẩu”."}
  - id: scan
    text: Anh/chị gõ số điện thoại.
    ask: number
    typed: {check: phone, again: Số chưa đúng.}
`;

const parse = (text: string) => parseGuide("k/guides/log-in.yaml", "guides/log-in.yaml", text);

describe("parseGuide", () => {
  it("reads a guide", () => {
    const { value, faults } = parse(TEXT);
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      id: "log-in",
      title: "Đăng nhập Cổng",
      aliases: ["đăng nhập cổng", "vào dịch vụ công"],
      procedures: ["1.001193"],
      verified: "2026-11-24",
      after: ["pay"],
      file: "guides/log-in.yaml",
    });
    expect([...(value?.sources ?? [])]).toEqual([["portal", "Cổng Dịch vụ công quốc gia"]]);
    expect([...(value?.steps.keys() ?? [])]).toEqual(["kind", "open", "scan"]);
  });

  it("reads what is asked, and keeps paragraphs", () => {
    const step = parse(TEXT).value?.steps.get("kind");
    expect(step?.text).toBe("Anh/chị dùng máy gì?\n\nChọn một nút.");
    expect(step?.ask).toEqual({
      kind: "choices",
      name: "device",
      choices: [
        { label: "Điện thoại", value: "phone" },
        { label: "Máy tính", value: "computer", to: "scan" },
        { label: "Chưa có", value: "none", through: "account" },
      ],
    });
    expect(parse(TEXT).value?.steps.get("scan")?.ask).toEqual({
      kind: "typed",
      name: "number",
      check: "phone",
      again: "Số chưa đúng.",
    });
  });

  it("reads where a step leads: its ways, then `to`, else the step written after, else the end", () => {
    const steps = parse(TEXT).value?.steps;
    expect(steps?.get("kind")?.next).toEqual([{ if: {}, to: "open" }]);
    expect(steps?.get("open")?.next).toEqual([
      { if: { device: "computer" }, to: "scan" },
      { if: {}, to: "end" },
    ]);
    expect(steps?.get("scan")?.next).toEqual([{ if: {}, to: "end" }]);
  });

  it("reads what stands around a step", () => {
    expect(parse(TEXT).value?.steps.get("open")).toMatchObject({
      picture: { file: "open.svg", alt: "Màn hình đầu" },
      link: { label: "Tải về", url: "https://vneid.gov.vn/" },
      source: "portal",
      optional: true,
      troubles: [{ label: "Quên mật khẩu", text: "Bấm “Quên mật khẩu”." }],
    });
  });

  const long = "x".repeat(61);
  it.each([
    ["id: log-in", "id: Log In", "wrong-value", "id: Log In"],
    ["id: log-in", `id: ${"a".repeat(25)}`, "wrong-value", "id: aaa"],
    ["title: Đăng nhập Cổng", `title: ${long}`, "wrong-value", "title:"],
    ["verified: 2026-11-24", "verified: hôm nay", "wrong-value", "verified:"],
    ["  portal: Cổng Dịch vụ công quốc gia\n", "  {}\n", "wrong-value", "sources:"],
    ["  - id: open\n", "  - id: end\n", "wrong-value", "  - id: end"],
    ["  - id: open\n", "  - id: kind\n", "repeated-step", "  - id: kind\n    text: Anh/chị mở"],
    ["value: computer, to: scan", "value: computer, to: scam", "unknown-step", "to: scam"],
    ["value: computer, to", "value: phone, to", "repeated-choice", "label: Máy tính"],
    ["through: account", "through: log-in", "endless-guide", "through: log-in"],
    ["label: Máy tính", `label: ${long}`, "wrong-value", "xxx"],
    ["    source: portal", "    source: toString", "unknown-source", "    source: toString"],
    ["device: computer}, to: scan", "device: computer}, to: nowhere", "unknown-step", "to: nowhere"],
    ["device: computer}", "device: tablet}", "unknown-answer", "tablet"],
    ["if: {device: computer}", "if: {number: given}", "unknown-answer", "number: given"],
    ["    ask: device\n", "", "wrong-value", "  - id: kind"],
    ["    typed: {check: phone, again: Số chưa đúng.}", "", "wrong-value", "    ask: number"],
    ["again: Số chưa đúng.", `again: ${"x".repeat(151)}`, "wrong-value", "xxx"],
    ["check: phone", "check: otp", "wrong-value", "check: otp"],
    ["file: open.svg, alt: Màn hình đầu", "file: open.svg", "missing-field", "file: open.svg"],
    ["file: open.svg", "file: ../open.svg", "wrong-value", "../open.svg"],
    ["https://vneid.gov.vn/", "vneid.gov.vn", "bad-link", "vneid.gov.vn"],
    ["    optional: true", "    optional: có", "wrong-value", "optional: có"],
    ["    to: end", "    too: end", "unknown-field", "too: end"],
    ["    text: Anh/chị mở VNeID.", `    text: ${"x".repeat(1_601)}`, "wrong-value", "xxx"],
    ["    text: Anh/chị mở VNeID.", `    text: ${"x".repeat(1_560)}`, "too-long", "xxx"],
    ["    to: end\n", "    to: kind\n", "unreachable-step", "  - id: scan"],
  ])("tells of %j written %j", (from, to, code, where) => {
    const text = TEXT.replace(from, to)
      .replace(code === "unreachable-step" ? ", to: scan" : "never", "")
      .replace(code === "unreachable-step" ? "    ways:\n      - {if: {device: computer}, to: scan}\n" : "never", "");
    const { value, faults } = parse(text);
    expect(value).toBeUndefined();
    expect(faults.map((fault) => fault.code)).toContain(code);
    expect(faults.find((fault) => fault.code === code)).toMatchObject({
      file: "k/guides/log-in.yaml",
      line: lineOf(text, where),
    });
    expect(faults[0]?.message).not.toMatch(/Invalid|undefined|null/);
  });

  it("wants at least two choices, and no more than a message has buttons for", () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, i) => `      - {label: Nút ${i}, value: v${i}}\n`).join("");
    const all = /( {6}- \{label: [ĐMC].*\n){3}/;
    const plain = TEXT.replace(/ {4}ways:\n.*\n/, "    to: scan\n").replace("    to: end\n", "");
    expect(parse(plain.replace(all, choices(1))).faults[0]?.message).toContain("ít nhất hai");
    expect(parse(plain.replace(all, choices(5))).faults[0]?.message).toContain("nhiều quá 4");
    expect(parse(plain.replace(all, choices(4))).faults).toEqual([]);
  });

  it("says that the file is not to be read rather than throwing", () => {
    for (const text of ["", "steps", "- a\n- b", "id: [", "steps: [1, 2]", "id: a\nsteps: {}", "&a [*a]"])
      expect(parse(text).faults.length).toBeGreaterThan(0);
  });
});
