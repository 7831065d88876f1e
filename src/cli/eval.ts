import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { openAssistant } from "../assistant.ts";
import { page } from "./eval/html.ts";
import { openLibrary } from "./eval/library.ts";
import { isRight, readQuestions } from "./eval/questions.ts";
import { ask, type Outcome } from "./eval/run.ts";
import { type Summary, summarise } from "./eval/summary.ts";
import { table } from "./eval/table.ts";
import { knowledgeOption } from "./kb/folders.ts";
import { runTool, toolSettings, toolSurroundings } from "./tool.ts";

/** The project's own questions. */
const OWN = "test/eval";
/** The bot's own sentences, which replies quote like any other source. */
const WORDS = "prompts/vi.yaml";

interface Options {
  readonly set?: string;
  readonly split?: string;
  readonly variants?: string;
  readonly variant?: string;
  readonly knowledge?: string[];
  readonly json?: true;
}

const program = new Command("eval")
  .description("Measures retrieval and answers over files of questions, and compares with the last run")
  .option("--set <files>", "JSON Lines files, separated by commas; the project's own when absent")
  .option("--split <name>", "only the lines with this split")
  .option("--variants <file>", "frozen noisy spellings of the questions")
  .option("--variant <names>", "which spellings to ask, separated by commas (nodiac, typo10, abbr, chat)")
  .option("--json", "print the figures as JSON")
  .addOption(knowledgeOption())
  .action(run);
await runTool(() => program.parseAsync());

async function run({ set, split, variants, variant, knowledge, json }: Options): Promise<void> {
  const settings = toolSettings(knowledge);
  const surroundings = toolSurroundings();
  const assistant = await openAssistant({ ...settings, LOG_LEVEL: "error" }, surroundings);
  await assistant.joinMeaning();
  const { snapshot } = assistant.base;
  const library = await openLibrary(
    settings.KNOWLEDGE_DIR,
    snapshot,
    new Map([[WORDS, await readFile(WORDS, "utf8")]]),
  );
  const outcomes: Outcome[] = [];
  const summaries: Summary[] = [];
  for (const file of set?.split(",") ?? (await ownSets())) {
    for (const spelling of variant?.split(",") ?? [undefined]) {
      const questions = await readQuestions(file, { split, variants, variant: spelling });
      if (questions.length === 0) continue;
      const asked = await ask(questions, assistant, library);
      outcomes.push(...asked);
      summaries.push(
        summarise(questions[0]?.set ?? file, asked, ({ asked: { gold } }) => {
          const wanted = new Set(gold);
          return [...snapshot.procedures.values()].some((procedure) => isRight(procedure, wanted));
        }),
      );
    }
  }
  const folder = join(settings.DATA_DIR, "eval");
  const last = await lastRun(folder);
  console.log(json ? JSON.stringify(summaries) : table(summaries, last));
  for (const { asked, unsupported } of outcomes) {
    if (unsupported.length > 0)
      console.log(`number without a source: ${unsupported.join(", ")} ← ${asked.set} ${asked.id}`);
  }
  await mkdir(folder, { recursive: true });
  const kept = new Map([...last, ...summaries.map((one) => [one.set, one] as const)]);
  await writeFile(join(folder, "last.json"), JSON.stringify([...kept.values()], undefined, 1));
  await writeFile(join(folder, "report.html"), page(summaries, outcomes, surroundings.now()));
  if (!json) console.log(`\n${join(folder, "report.html")}`);
}

async function ownSets(): Promise<string[]> {
  return (await readdir(OWN)).filter((name) => name.endsWith(".jsonl")).map((name) => join(OWN, name));
}

async function lastRun(folder: string): Promise<Map<string, Summary>> {
  try {
    const list = JSON.parse(await readFile(join(folder, "last.json"), "utf8")) as Summary[];
    return new Map(list.map((one) => [one.set, one]));
  } catch {
    return new Map();
  }
}
