import { Command } from "commander";
import { readQuestions } from "../../src/cli/eval/questions.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { accepting } from "./accept.ts";
import { following } from "./follow.ts";
import { miniSearch, orama, own } from "./peers.ts";
import { race } from "./search.ts";
import { starts } from "./start.ts";
import { sustained } from "./sustained.ts";
import { talking } from "./telegram.ts";

const OWN_QUESTIONS = ["commune", "short", "province", "faq-style"].map((name) => `test/eval/${name}.jsonl`).join(",");
const today = new Date().toISOString().slice(0, 10);
const program = new Command("bench").description("Speed and memory, against named peers in the same run");

program
  .command("search")
  .description("search against MiniSearch and Orama, one process, warm")
  .option("--knowledge <folders>", "folders separated by commas", "knowledge")
  .option("--set <files>", "questions, separated by commas", OWN_QUESTIONS)
  .option("--rounds <n>", "measured rounds", Number, 3)
  .option("--peer-questions <n>", "questions for the slow peers", Number, 200)
  .action(
    async ({
      knowledge,
      set,
      rounds,
      peerQuestions,
    }: {
      knowledge: string;
      set: string;
      rounds: number;
      peerQuestions: number;
    }) => {
      const snapshot = await loadKnowledge(knowledge.split(","));
      const questions = (await Promise.all(set.split(",").map((file) => readQuestions(file))))
        .flat()
        .filter(({ gold }) => gold.length > 0);
      console.log(
        `${snapshot.procedures.size} procedures, ${questions.length} questions, one core, Node ${process.versions.node}`,
      );
      const some = questions.filter((_, i) => i % Math.ceil(questions.length / peerQuestions) === 0);
      const [ours] = await race([own(snapshot, today)], questions, snapshot, rounds);
      const peers = await race([own(snapshot, today), miniSearch(snapshot), await orama(snapshot)], some, snapshot, 1);
      console.table(
        [ours, ...peers].map((row) => row && { ...row, name: row === ours ? `${row.name} (all questions)` : row.name }),
      );
      const [same, ...others] = peers;
      for (const { name, p50, p99 } of others) {
        if (same)
          console.log(`${name}: ${(p50 / same.p50).toFixed(1)} × our p50, ${(p99 / same.p99).toFixed(1)} × our p99`);
      }
    },
  );

program
  .command("start")
  .description("from the start of the process to the first answer, without and with a cache, and the memory then held")
  .option("--knowledge <folders>", "folders separated by commas", "knowledge")
  .action(({ knowledge }: { knowledge: string }) => console.table(starts(knowledge)));

program
  .command("accept")
  .description("how fast messages are kept before a platform is answered, embedded and on Redis, durable")
  .option("--count <n>", "messages a measurement", Number, 20_000)
  .action(async ({ count }: { count: number }) => console.table(await accepting(count)));

program
  .command("telegram")
  .description("the whole path from update to answer, against a bare grammY bot that echoes")
  .option("--people <n>", "people who ask one question each", Number, 4_000)
  .option("--set <files>", "questions, separated by commas", OWN_QUESTIONS)
  .action(async ({ people, set }: { people: number; set: string }) => {
    const rows = await talking(people, set.split(","));
    console.table(rows);
    const [echo, own] = rows;
    if (echo && own) console.log(`${(own.perSecond / echo.perSecond).toFixed(2)} of the echo bot's people a second`);
  });

program
  .command("follow")
  .description(
    "a day of followed dossiers on the stand-in one-stop system, 300 changes an hour, restarted in the middle",
  )
  .option("--dossiers <n>", "followed dossiers", Number, 5_000)
  .option("--per-minute <n>", "questions a minute that the system allows", Number, 60)
  .action(async ({ dossiers, perMinute }: { dossiers: number; perMinute: number }) => {
    console.table(await following(dossiers, perMinute));
  });

program
  .command("sustained")
  .description("100 messages a second from 1,000 people: turns, memory, event loop")
  .option("--minutes <n>", "how long", Number, 10)
  .option("--set <files>", "questions, separated by commas", OWN_QUESTIONS)
  .action(async ({ minutes, set }: { minutes: number; set: string }) => {
    console.table([await sustained(minutes, set.split(","))]);
  });

await program.parseAsync();
