import { describe, expect, it } from "vitest";
import { rankingText, searchCommand } from "../../../src/cli/kb/search.ts";
import type { Procedure } from "../../../src/core/procedure.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { fileOf, folderWith, procedureFile } from "../../knowledge/folder.ts";
import { run } from "./run.ts";

const FOLDER = folderWith({
  "procedures/a/1.001193.md": procedureFile(),
  "procedures/a/2.000635.md": fileOf("2.000635", { name: "Cấp bản sao trích lục hộ tịch" }),
});

async function procedure(): Promise<Procedure> {
  const found = (await loadKnowledge([FOLDER])).procedures.get("1.001193");
  if (!found) throw new Error("not loaded");
  return found;
}

describe("kb search", () => {
  it("finds a procedure, and says how the question was understood", async () => {
    const { printed } = await run(searchCommand(), "đăng", "ký", "khai", "sinh", "--knowledge", FOLDER, "--limit", "1");
    expect(printed).toContain("Hiểu là: ");
    expect(printed).toContain("1. 1.001193  Đăng ký khai sinh");
    expect(printed).not.toContain("2. ");
  });
});

describe("rankingText", () => {
  it("tells rank, confidence, score and the reasons from the strongest", async () => {
    const why = [
      { feature: "domain", value: 0.5, share: 0.25 },
      { feature: "title", value: 2, share: 3.456 },
      { feature: "rare", value: 1, share: -1 },
    ];
    const hits = [{ procedure: await procedure(), score: 12.345, confidence: 0.876, why }];
    const lines = rankingText({ hits, verdict: "sure", understood: "khai sinh" }).split("\n");
    expect(lines.slice(0, 2)).toEqual(["Hiểu là: khai sinh", "Kết luận: chắc, trả lời luôn"]);
    expect(lines.slice(4)).toEqual([
      "   tin 88 %, điểm 12.35",
      "   +  3.46  title = 2.00",
      "   −  1.00  rare = 1.00",
      "   +  0.25  domain = 0.50",
    ]);
  });

  it.each([
    ["unsure", "chưa chắc"],
    ["none", "không có trong tri thức"],
  ] as const)("says in words that the verdict is %s", (verdict, words) => {
    expect(rankingText({ hits: [], verdict, understood: "" })).toContain(words);
  });
});
