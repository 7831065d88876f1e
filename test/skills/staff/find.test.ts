import { describe, expect, it } from "vitest";
import type { Procedure } from "../../../src/core/procedure.ts";
import type { Search } from "../../../src/core/search.ts";
import { type Found, find } from "../../../src/skills/staff/find.ts";
import { again, birth, card, finding, marriage, words } from "../fixture.ts";
import { chancing, knowing, officer, residence } from "./fixture.ts";

interface Given {
  readonly context?: string;
  readonly before?: Procedure;
  readonly refused?: string;
}

const about = (text: string, search: Search, { context = "", before, refused }: Given = {}): Promise<Found> =>
  find(officer(text, { search }), { text, context }, before, words.answer, refused);

const sure = (procedure: Procedure) => chancing("sure", [procedure, 0.95]);

describe("find", () => {
  it("takes what search is sure of", async () => {
    const found = await about("làm khai sinh", sure(birth));
    expect(found).toMatchObject({ kind: "procedure", procedure: { code: birth.code }, trust: "sure" });
  });

  it("calls it doubtful when search is not all that sure", async () => {
    expect(await about("làm khai sinh", chancing("sure", [birth, 0.6]))).toMatchObject({ trust: "doubtful" });
  });

  it("calls it doubtful when the lines of another hold much more of the question", async () => {
    const search = chancing("sure", [marriage, 0.95], [residence, 0.02]);
    expect(await about("chủ nhà trọ không đồng ý", search)).toMatchObject({
      procedure: { code: marriage.code },
      trust: "doubtful",
    });
  });

  it("takes a code for what it is, and says that it was replaced", async () => {
    const found = await about("1.014061 mất mấy ngày", sure(birth));
    expect(found).toMatchObject({ kind: "procedure", procedure: { code: card.code } });
    expect(found.kind === "procedure" && found.notice[0]?.text).toContain("đã được thay");
  });

  it("goes on with the procedure before when nothing new is named", async () => {
    expect(await about("lệ phí bao nhiêu", sure(birth), { before: marriage })).toMatchObject({
      procedure: { code: marriage.code },
    });
  });

  it("goes on with it when its file holds the question and search is not sure", async () => {
    const search = chancing("unsure", [birth, 0.3], [again, 0.3]);
    const found = await about("chủ nhà trọ không đồng ý có được không", search, { before: residence });
    expect(found).toMatchObject({ procedure: { code: residence.code }, trust: "doubtful" });
  });

  it("uses what was told around it when that makes search surer", async () => {
    const search = knowing([/vợ chồng/, sure(marriage)], [/giấy/, chancing("unsure", [birth, 0.3], [again, 0.3])]);
    const found = await about("cần giấy chi đó", search, { context: "hai vợ chồng mới cưới" });
    expect(found).toMatchObject({ procedure: { code: marriage.code } });
    expect(found.text).toBe("hai vợ chồng mới cưới. cần giấy chi đó");
  });

  it("finds the procedure whose very lines say it, among those that search thought of", async () => {
    const unsure = chancing("unsure", [birth, 0.3], [residence, 0.2]);
    expect(await about("chủ nhà trọ không đồng ý", unsure)).toMatchObject({
      procedure: { code: residence.code },
      trust: "doubtful",
    });
    const elsewhere = chancing("unsure", [birth, 0.3], [again, 0.3]);
    expect((await about("chủ nhà trọ không đồng ý", elsewhere)).kind).toBe("candidates");
  });

  it("takes the clause that search is sure of", async () => {
    const unsure = chancing("unsure", [birth, 0.3], [again, 0.3]);
    const search = knowing([/làm ruộng/, unsure], [/kết hôn/, sure(marriage)]);
    const found = await about("nhà làm ruộng nghèo lắm, tính đăng ký kết hôn", search);
    expect(found).toMatchObject({ procedure: { code: marriage.code }, trust: "doubtful" });
  });

  it("takes an unsure first hit that leads far", async () => {
    expect(await about("đi hỏi vợ", chancing("unsure", [marriage, 0.5], [birth, 0.1]))).toMatchObject({
      procedure: { code: marriage.code },
      trust: "doubtful",
    });
  });

  it("else gives the best three, without those far behind", async () => {
    const search = chancing("unsure", [again, 0.3], [birth, 0.3], [marriage, 0.2], [card, 0.2]);
    const found = await about("giấy tờ đứa nhỏ", search);
    expect(found.kind === "candidates" && found.hits).toHaveLength(3);
    const two = await about("giấy tờ đứa nhỏ", chancing("unsure", [again, 0.3], [birth, 0.3], [marriage, 0.02]));
    expect(two.kind === "candidates" && two.hits).toHaveLength(2);
  });

  it("never the one just refused", async () => {
    const found = await about("giấy tờ đứa nhỏ", finding([birth, again, marriage], "sure"), { refused: birth.code });
    const codes = found.kind === "candidates" ? found.hits.map(({ procedure }) => procedure.code) : [];
    expect(codes).toEqual([again.code, marriage.code]);
  });

  it("is silent when search is", async () => {
    expect((await about("mở quán karaoke", finding([birth], "none"))).kind).toBe("silent");
    expect((await about("mở quán karaoke", finding([], "none"))).kind).toBe("silent");
  });

  it("finds a general question", async () => {
    const found = await about("mất biên lai", finding([birth], "unsure", { general: "mat-bien-lai" }));
    expect(found).toMatchObject({ kind: "general", faq: { id: "mat-bien-lai" } });
  });

  it("hears what each clause asks, also vaguely", async () => {
    const { reading } = await about("khai sinh mấy ngày, có tốn tiền không, nộp qua mạng", sure(birth));
    const facets = new Set(reading.asked.map(({ facet }) => facet));
    expect([...facets]).toEqual(expect.arrayContaining(["time", "fee", "online"]));
  });
});
