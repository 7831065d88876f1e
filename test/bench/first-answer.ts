import { openAssistant } from "../../src/assistant.ts";
import { toolSurroundings } from "../../src/cli/tool.ts";
import { readSettings } from "../../src/config.ts";

/** Opens the assistant as the service does, asks one question and prints what that took. */
const before = performance.now();
const assistant = await openAssistant(readSettings(), toolSurroundings());
const open = performance.now() - before;
await assistant.answer({ id: "1", channel: "bench", person: "1", text: "làm giấy khai sinh cần gì", at: new Date() });
console.log(
  JSON.stringify({
    seconds: performance.now() / 1000,
    openSeconds: open / 1000,
    megabytes: process.memoryUsage().rss / 2 ** 20,
  }),
);
process.exit(0);
