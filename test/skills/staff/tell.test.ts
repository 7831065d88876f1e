import { describe, expect, it } from "vitest";
import type { Procedure } from "../../../src/core/procedure.ts";
import { askedFacets } from "../../../src/skills/asked.ts";
import { linesTold, tell } from "../../../src/skills/staff/tell.ts";
import { birth, procedureOf, snapshotOf, words } from "../fixture.ts";
import { officer, residence, snapshot } from "./fixture.ts";

function telling(text: string, procedure: Procedure = residence, room = 2_000) {
  const knowledge = snapshot.procedures.has(procedure.code) ? snapshot : snapshotOf([procedure]);
  return tell(officer(text, { knowledge }), { procedure, text, asked: askedFacets(text), room }, words.answer);
}

const textOf = (told: ReturnType<typeof tell>) =>
  linesTold(told, words.answer.facets, "MORE")
    .map(({ text }) => text)
    .join("\n");

describe("tell", () => {
  it("answers by the facets asked for", () => {
    const told = telling("nhập hộ khẩu lệ phí bao nhiêu tiền, mất mấy ngày");
    expect(told).toMatchObject({ kind: "answer", facets: ["fee", "time"] });
    expect(textOf(told)).toMatch(/Lệ phí:\n• Nộp tại quầy: 20\.000 đồng[\s\S]*Thời hạn:\n• /);
  });

  it("answers by the file's own answer to the question", () => {
    const told = telling("vợ mới cưới nhập về nhà chồng có được không");
    expect(told).toMatchObject({ kind: "answer", facets: [] });
    expect(textOf(told)).toBe("Vợ mới cưới nhập về nhà chồng thì sao?\nCó xác nhận quan hệ vợ chồng là được.");
  });

  it("answers by the very line that says it, wherever it stands", () => {
    const told = telling("chủ nhà trọ không đồng ý thì nhập được không?");
    expect(told.kind).toBe("answer");
    expect(textOf(told)).toBe("• Chủ nhà trọ không đồng ý thì không nhập được vào nhà trọ.");
  });

  it("adds what is plainly asked beside it", () => {
    const told = telling("chủ nhà trọ không đồng ý thì nhập được không, lệ phí bao nhiêu tiền");
    expect(textOf(told)).toMatch(/Chủ nhà trọ[\s\S]*Lệ phí:/);
  });

  it("does not take a line for an answer that lacks what the question turns on", () => {
    const told = telling("chủ nhà trọ bắt phạt thì kiện được không");
    expect(told.kind).not.toBe("answer");
  });

  it("shows the nearest lines as no more than that", () => {
    const told = telling("chủ nhà trọ không cho thì kiện được không");
    expect(told.kind).toBe("nearest");
    expect(textOf(told)).toContain("Chủ nhà trọ không đồng ý");
  });

  it("keeps near lines beside an answer by facets", () => {
    const told = telling("chủ nhà trọ làm khó, nộp ở đâu vậy");
    expect(told.facets).toEqual(["where"]);
    expect(told.near.map(({ text }) => text).join()).toContain("Chủ nhà trọ");
  });

  it("sums up when nothing particular is asked", () => {
    expect(telling("đăng ký thường trú")).toMatchObject({ kind: "summary", facets: ["all"] });
  });

  it("tells only the papers of the cases that the question settles", () => {
    const text = textOf(telling("khai sinh cần giấy tờ gì, bé bị bỏ rơi", birth));
    expect(text).toContain("Biên bản bỏ rơi");
    expect(text).not.toContain("Văn bản của 2 người làm chứng");
    expect(text).toContain("Giấy uỷ quyền có chứng thực");
  });

  it("tells the papers of all cases when it settles none", () => {
    const text = textOf(telling("khai sinh cần giấy tờ gì", birth));
    expect(text).toContain("Văn bản của 2 người làm chứng");
    expect(text).toContain("Biên bản bỏ rơi");
  });

  it("tells as much as there is room for, and that there is more", () => {
    const papers = Array.from({ length: 60 }, (_, i) => `- Giấy thứ ${i + 1} dài dài dài dài`).join("\n");
    const long = procedureOf({ code: "1.000009", name: "Thủ tục dài", sections: { papers } });
    const told = telling("thủ tục dài cần giấy tờ gì", long, 700);
    const text = textOf(told);
    expect(text.length).toBeLessThan(800);
    expect(text.endsWith("MORE")).toBe(true);
    expect(told.parts[0]).toMatchObject({ facet: "papers", more: true });
  });

  it("always tells at least one line", () => {
    const one = procedureOf({ code: "1.000008", name: "Một dòng", sections: { papers: `- ${"giấy ".repeat(500)}` } });
    expect(textOf(telling("một dòng cần giấy tờ gì", one, 10)).length).toBeGreaterThan(2_000);
  });
});
