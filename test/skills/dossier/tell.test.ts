import { describe, expect, it } from "vitest";
import type { Guide } from "../../../src/core/guide.ts";
import { DOSSIER_STATES, type Dossier } from "../../../src/core/one-stop.ts";
import { maskName, tellDossier } from "../../../src/skills/dossier/tell.ts";
import { snapshotOf, turnOf } from "../fixture.ts";
import { CODE, HELD, KNOWLEDGE, said, sends } from "./counter.ts";

const turn = turnOf(CODE, { knowledge: KNOWLEDGE, today: "2026-11-24" });
const day = (iso: string) => new Date(`${iso}T10:00:00Z`);
const tell = (changes: Partial<Dossier> = {}, reader: "anybody" | "owner" = "anybody") =>
  tellDossier(turn, { ...HELD, ...changes }, said, reader);

describe("a dossier", () => {
  it.each(DOSSIER_STATES)("in state %s is told with what it means and what to do", (state) => {
    const { text, status } = tell({ state });
    expect(status).toBe("dossier");
    expect(text).toContain(`hồ sơ ${CODE}: ${said.states[state].name.toUpperCase()}.`);
    expect(text).toContain(said.states[state].next);
    if (state !== "unknown") expect(text).toContain(said.states[state].means);
    expect(text).toContain("• Ngày nộp: thứ Hai 16/11/2026");
    expect(text.length).toBeLessThan(1_000);
  });

  it.each([
    ["2026-11-27", ", còn 3 ngày làm việc"],
    ["2026-11-24", ", là hôm nay"],
    ["2026-11-18", ", trễ 4 ngày làm việc"],
  ])("due on %s is told so: %s", (due, told) => {
    expect(tell({ dueAt: day(due) }).text).toContain(told);
  });

  it("due on a Friday is overdue on Saturday, though no working day has gone by", () => {
    const saturday = turnOf(CODE, { knowledge: KNOWLEDGE, today: "2026-11-28" });
    const { text } = tellDossier(saturday, { ...HELD, dueAt: day("2026-11-27") }, said, "anybody");
    expect(text).toContain("thứ Sáu 27/11/2026, đã quá hẹn");
    expect(text).toContain(said.late);
  });

  it("that is late brings the rule with its source, and a person", () => {
    const { text, sources, buttons } = tell({ dueAt: day("2026-11-18") });
    expect(text).toContain("Cơ quan phải có văn bản xin lỗi.\nAnh/chị gọi 18001096.");
    expect(text).toContain("Nguồn: faq/ho-so-tre-hen.md · Nghị định 118/2025/NĐ-CP · kiểm ngày 24/11/2026");
    expect(sources.map(({ file }) => file)).toEqual(["faq/ho-so-tre-hen.md", "faq/ho-so-tre-hen.md"]);
    expect(sends(buttons)[0]).toBe("#n");
  });

  it("that is late is told without a rule where the base has none", () => {
    const bare = turnOf(CODE, { knowledge: snapshotOf([]) });
    const { text, sources } = tellDossier(bare, { ...HELD, dueAt: day("2026-11-18") }, said, "anybody");
    expect(text.endsWith(said.late)).toBe(true);
    expect(sources).toEqual([]);
  });

  it("that waits for the person is not called late", () => {
    for (const state of ["needs_documents", "needs_payment", "stopped"] as const) {
      const { text } = tell({ state, dueAt: day("2026-11-18") });
      expect(text).toContain("Hẹn trả trước đây: thứ Tư 18/11/2026");
      expect(text).not.toContain("trễ");
    }
  });

  it("that is done was on time or late", () => {
    const done = { state: "result_ready", completedAt: day("2026-11-20") } as const;
    expect(tell({ ...done, dueAt: day("2026-11-20") }).text).toContain("Xong ngày: thứ Sáu 20/11/2026, đúng hẹn");
    expect(tell({ ...done, dueAt: day("2026-11-18") }).text).toContain("20/11/2026, trễ 2 ngày làm việc");
    const { text } = tellDossier(turn, { code: CODE, ...done }, said, "anybody");
    expect(text).toContain("Xong ngày: thứ Sáu 20/11/2026\n");
    expect(tell({ ...done, state: "withdrawn" }).text).toContain("Ngày kết thúc: thứ Sáu 20/11/2026");
  });

  it("without an appointment sends to the receipt", () => {
    const { dueAt: _, ...open } = HELD;
    expect(tellDossier(turn, open, said, "anybody").text).toContain(said.noDue);
    const written = { ...open, dueText: "sau khi họp, báo chị Bịa 0912" };
    expect(tellDossier(turn, written, said, "anybody").text).not.toContain("Bịa");
    expect(tellDossier(turn, written, said, "owner").text).toContain("Hẹn trả: sau khi họp");
  });

  it("with nothing but a code is told all the same", () => {
    expect(tellDossier(turn, { code: CODE, state: "unknown" }, said, "anybody").text).toContain("CHƯA RÕ");
  });

  it("in a state without a name of ours has the system's own, when it is plain words", () => {
    const named = (stateName: string) => tell({ state: "unknown", stateName }).text;
    expect(named("Chờ hội đồng họp")).toContain("“Chờ hội đồng họp”");
    expect(named("Gọi 0912345678")).not.toContain("0912345678");
    for (const name of ["Chờ NGUYỄN VĂN ẢO ký", "Chờ bà Trần Thị Giả ký", "TRẦN THỊ GIẢ", "x".repeat(80)]) {
      expect(named(name)).not.toContain(name);
    }
    expect(tell({ state: "unknown", stateName: "Bước 7B" }, "owner").text).toContain("“Bước 7B”");
  });

  it("leads to the guide that helps, where there is one", () => {
    const guides = new Map([
      ["supplement", {} as Guide],
      ["pay-online", {} as Guide],
    ]);
    const guided = turnOf(CODE, { knowledge: { ...KNOWLEDGE, guides } });
    const first = (state: Dossier["state"], at = guided) =>
      sends(tellDossier(at, { ...HELD, state }, said, "anybody").buttons)[0];
    expect(first("needs_documents")).toBe("#g/supplement");
    expect(first("needs_payment")).toBe("#g/pay-online");
    expect(first("processing")).toBe(`#d/${CODE}/xem`);
    expect(first("needs_documents", turn)).toBe(`#d/${CODE}/xem`);
  });
});

describe("who reads", () => {
  it("and is anybody sees state and dates alone", () => {
    const { text, buttons, sources } = tell();
    const shown = JSON.stringify([text, sources]);
    for (const secret of ["NGUYỄN", "khai sinh", "Thới Bình", "4821", "***"]) expect(shown).not.toContain(secret);
    expect(sends(buttons)).toEqual([`#d/${CODE}/xem`, `#f/${CODE}`, "#d"]);
  });

  it("and is the owner sees procedure, office and a masked name", () => {
    const { text, buttons } = tell({}, "owner");
    expect(text).toContain("• Thủ tục: Đăng ký khai sinh");
    expect(text).toContain("• Nơi giải quyết: Trung tâm Phục vụ hành chính công xã Thới Bình");
    expect(text).toContain("• Người nộp: N*** V*** Ả***");
    expect(text).not.toMatch(/NGUYỄN|4821/);
    expect(sends(buttons)).toEqual([`#f/${CODE}`, "#d"]);
  });

  it("is not asked to prove what the system cannot check", () => {
    const { proof: _, ...bare } = HELD;
    expect(sends(tellDossier(turn, bare, said, "anybody").buttons)).toEqual([`#f/${CODE}`, "#d"]);
  });

  it("is offered to be told of changes, until there can be none", () => {
    const offers = (state: Dossier["state"]) => sends(tell({ state }).buttons).includes(`#f/${CODE}`);
    for (const state of ["submitted", "stopped", "result_ready"] as const)
      expect([state, offers(state)]).toEqual([state, true]);
    for (const state of ["returned", "withdrawn", "rejected"] as const)
      expect([state, offers(state)]).toEqual([state, false]);
  });

  it("never sees a whole name", () => {
    expect(maskName("NGUYỄN VĂN ẢO")).toBe("N*** V*** Ả***");
    expect(maskName("  Lê   Thị ")).toBe("L*** T***");
    expect(maskName("")).toBe("");
  });
});
