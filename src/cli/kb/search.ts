import { styleText } from "node:util";
import { Command } from "commander";
import type { Hit, Ranking } from "../../core/search.ts";
import { loadKnowledge } from "../../knowledge/load.ts";
import { createSearch } from "../../search/index.ts";
import { vietnamDay } from "../../text/today.ts";
import { foldersOf, knowledgeOption } from "./folders.ts";

/** `kb search "…"`: how a question is understood, what it finds, and why each result ranks where it does. */
export function searchCommand(): Command {
  return new Command("search")
    .description("Tìm thủ tục và xem vì sao kết quả đứng ở đó")
    .argument("<words...>", "câu hỏi, như bà con hỏi")
    .option("--limit <number>", "số kết quả", Number, 5)
    .addOption(knowledgeOption())
    .action(async (words: string[], { limit, ...options }: { limit: number; knowledge?: string[] }) => {
      const search = createSearch(await loadKnowledge(foldersOf(options)));
      console.log(rankingText(await search.find(words.join(" "), { limit, today: vietnamDay(new Date()) })));
    });
}

const VERDICTS = {
  sure: "chắc, trả lời luôn",
  unsure: "chưa chắc, đưa các lựa chọn",
  none: "có lẽ không có trong tri thức",
} as const;

/** A ranking for the terminal, reasons of each hit from the strongest. */
export function rankingText({ hits, verdict, understood }: Ranking): string {
  return [`Hiểu là: ${understood}`, `Kết luận: ${VERDICTS[verdict]}`, ...hits.map(hitText)].join("\n");
}

function hitText({ procedure, score, confidence, why }: Hit, index: number): string {
  const title = styleText("bold", `${index + 1}. ${procedure.code}  ${procedure.name}`);
  const reasons = why
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map(
      ({ feature, value, share }) =>
        `   ${share >= 0 ? "+" : "−"}${Math.abs(share).toFixed(2).padStart(6)}  ${feature} = ${value.toFixed(2)}`,
    );
  return [`\n${title}`, `   tin ${Math.round(confidence * 100)} %, điểm ${score.toFixed(2)}`, ...reasons].join("\n");
}
