import { Command } from "commander";
import { openAssistant } from "../assistant.ts";
import { talkOnConsole } from "../channels/console.ts";
import { knowledgeOption } from "./kb/folders.ts";
import { runTool, toolSettings, toolSurroundings } from "./tool.ts";

const WELCOME =
  "Xin chào anh/chị! Cần làm giấy tờ gì, anh/chị cứ hỏi. Gõ số để chọn nút, mũi tên lên để xem câu cũ, /thoat để ra.\n";

const program = new Command("chat")
  .description("Trò chuyện với trợ lý trong cửa sổ dòng lệnh")
  .addOption(knowledgeOption())
  .action(async ({ knowledge }: { knowledge?: string[] }) => {
    const surroundings = toolSurroundings();
    const { answer, joinMeaning } = await openAssistant(toolSettings(knowledge), surroundings);
    await joinMeaning();
    console.log(WELCOME);
    const { stdin: input, stdout: output } = process;
    await talkOnConsole({ input, output, terminal: output.isTTY && input.isTTY, answer, ...surroundings });
  });

await runTool(() => program.parseAsync());
