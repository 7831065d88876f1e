import { Command } from "commander";
import { openAssistant } from "../assistant.ts";
import { renderText } from "../channels/render.ts";
import { createAsker } from "./ask/asker.ts";
import { answerLines, linesOf } from "./ask/lines.ts";
import { knowledgeOption } from "./kb/folders.ts";
import { runTool, toolSettings, toolSurroundings } from "./tool.ts";

interface Options {
  readonly json?: true;
  readonly knowledge?: string[];
}

const program = new Command("ask")
  .description("Hỏi một câu, hoặc nhiều câu dạng JSON mỗi dòng một câu qua đầu vào chuẩn")
  .argument("[question...]", "câu hỏi")
  .option("--json", "trả lời bằng JSON")
  .addOption(knowledgeOption())
  .action(async (words: string[], { json, knowledge }: Options) => {
    if (words.length === 0 && process.stdin.isTTY) program.help();
    const surroundings = toolSurroundings();
    const assistant = await openAssistant(toolSettings(knowledge), surroundings);
    await assistant.joinMeaning();
    const ask = createAsker(assistant, surroundings);
    if (words.length === 0) {
      for await (const answer of answerLines(linesOf(process.stdin), ask)) console.log(JSON.stringify(answer));
      return;
    }
    const answer = await ask({ id: "1", text: words.join(" ") });
    console.log(json ? JSON.stringify(answer) : renderText(answer));
  });

await runTool(() => program.parseAsync());
