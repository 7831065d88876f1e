import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { covers, type Day } from "../core/procedure.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { buildIndex } from "../search/build.ts";
import { generalId } from "../search/entries.ts";
import { FEATURES } from "../search/features.ts";
import { chance, fitLogistic, fitRanker, type Group } from "../search/fit.ts";
import { LexicalSearch } from "../search/index.ts";
import type { Candidate } from "../search/rank.ts";
import type { Question } from "../search/understand.ts";
import { signals } from "../search/verdict.ts";
import { type EvalQuestion, isRight, readQuestions } from "./eval/questions.ts";

/** Where training starts: every sign counts a little, in the direction that makes sense. The fit is convex. */
const START: Readonly<Record<(typeof FEATURES)[number], number>> = {
  title: 2,
  everyday: 4,
  domain: 1,
  questions: 1,
  body: 2,
  bestName: 4,
  bestEveryday: 5,
  askedInHead: 5,
  titleCovered: 0.5,
  titleLeft: -1,
  pairs: 1,
  common: 2,
  sometimes: 0.5,
  away: -2,
  commune: 0,
  curated: 0,
  marks: 3,
  narrowShared: 0.3,
  narrowTitleOnly: -0.2,
  narrowAskedOnly: -2,
  narrowAgainstPlain: -0.5,
  narrowConflict: -1,
  topicShared: 0.1,
  topicTitleOnly: -0.1,
  topicAskedOnly: 0,
  briefNarrow: -1,
  briefCommon: 1,
};
const RANKING = { steps: 500, rate: 0.05, l2: 0.002 };
const JUDGING = { steps: 3_000, rate: 0.03, l2: 0.0005 };
/** At most this share of the questions outside the base may be answered, and of those inside refused. */
const WRONG_ANSWERS = 0.02;
const WRONG_REFUSALS = 0.001;

interface Asked {
  readonly asked: EvalQuestion;
  readonly question: Question;
  readonly candidates: readonly Candidate[];
}

const program = new Command("train")
  .description("Trains the re-ranker and the judge on the project's own questions and writes src/search/weights.ts")
  .option("--knowledge <bases>", "bases to train over: folders separated by commas, bases by semicolons", "knowledge")
  .option(
    "--set <files>",
    "questions, separated by commas",
    "test/eval/commune.jsonl,test/eval/short.jsonl,test/eval/province.jsonl,test/eval/faq-style.jsonl,test/eval/negative.jsonl,test/eval/ambiguous.jsonl",
  )
  .option("--today <day>", "the day whose rules apply", new Date().toISOString().slice(0, 10))
  .option("--out <file>", "file to write", "src/search/weights.ts")
  .parse();
const options = program.opts<{ knowledge: string; set: string; out: string; today: Day }>();

const questions = (await Promise.all(options.set.split(",").map((file) => readQuestions(file)))).flat();
const asked: Asked[] = [];
for (const base of options.knowledge.split(";")) {
  const snapshot = await loadKnowledge(base.split(","));
  const search = new LexicalSearch(snapshot, buildIndex(snapshot));
  for (const one of questions) {
    const { question, candidates } = search.candidates(one.text);
    asked.push({
      asked: one,
      question,
      candidates: candidates.filter(
        ({ procedure }) => generalId(procedure) === undefined && covers(procedure.effective, options.today),
      ),
    });
  }
}

const groups = asked.map(({ asked: { gold }, candidates }): Group => {
  const right = new Set(gold);
  return {
    vectors: candidates.map((one) => one.features),
    right: candidates.map(({ procedure }) => isRight(procedure, right)),
  };
});
const ranker = fitRanker(
  groups,
  FEATURES.map((name) => START[name]),
  RANKING,
);
const judged = rows(asked.map((one) => rerank(one, ranker)));
const right = fitLogistic(
  judged.map((row) => row.signals),
  judged.map((row) => row.right),
  JUDGING,
);
const known = fitLogistic(
  judged.map((row) => row.signals),
  judged.map((row) => row.known),
  JUDGING,
);
const outside = judged.filter((row) => row.kind === "outside").map((row) => chance(row.signals, right));
const inside = judged.filter((row) => row.known).map((row) => chance(row.signals, known));
const answerFrom = quantile(outside, 1 - WRONG_ANSWERS);
const silentBelow = quantile(inside, WRONG_REFUSALS);
await writeFile(options.out, render());
report();

/** Ranked anew under other weights. */
function rerank(one: Asked, weights: readonly number[]): Asked {
  const candidates = one.candidates.map((candidate) => ({
    ...candidate,
    score: candidate.features.reduce((sum, value, f) => sum + value * (weights[f] as number), 0),
  }));
  return { ...one, candidates: candidates.sort((a, b) => b.score - a.score) };
}

/**
 * What the judge learns from: every question as it is; and, for those inside the base, once more with the right
 * procedures taken away, which is what a question looks like whose procedure the base lacks.
 */
function rows(all: readonly Asked[]) {
  return all.flatMap(({ asked: { gold, expect }, question, candidates }) => {
    const wanted = new Set(gold);
    const isGold = candidates.map(({ procedure }) => isRight(procedure, wanted));
    const inside = isGold.some(Boolean);
    const seen = signals(candidates, question);
    if (seen.length === 0) return [];
    // A word that names several procedures: the base knows it, and yet no single one may be answered.
    if (expect === "choices") return [{ signals: seen, right: false, known: true, kind: "vague" }];
    const kind = inside ? "inside" : gold.length > 0 ? "bereft" : "outside";
    const own = { signals: seen, right: isGold[0] === true, known: inside, kind };
    const without = candidates.filter((_, i) => !isGold[i]);
    const bereft = { signals: signals(without, question), right: false, known: false, kind: "bereft" };
    return (inside && expect === "answer" ? [own, bereft] : [own]).filter((row) => row.signals.length > 0);
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] ?? 0.5;
}

function render(): string {
  const list = (numbers: readonly number[]) => `[${numbers.map((value) => Number(value.toFixed(3))).join(", ")}]`;
  return `/** Trained by \`npm run train\`; do not edit by hand. */

/** One weight per feature of \`features.ts\`, in order. */
export const RANKER: readonly number[] = ${list(ranker)};

/** Logistic weights over the signals of \`verdict.ts\` (bias last), and the chances from which to answer or be silent. */
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: ${list(right)},
  known: ${list(known)},
  answerFrom: ${answerFrom.toFixed(3)},
  silentBelow: ${silentBelow.toFixed(3)},
};
`;
}

function report(): void {
  const share = (values: readonly boolean[]) =>
    `${values.filter(Boolean).length}/${values.length} (${((100 * values.filter(Boolean).length) / values.length).toFixed(1)} %)`;
  const sure = (row: { signals: number[] }) => chance(row.signals, right) >= answerFrom;
  const within = judged.filter((row) => row.kind === "inside");
  console.log(FEATURES.map((name, f) => `${name} ${(ranker[f] as number).toFixed(2)}`).join(", "));
  console.log(
    `answered at once, inside the base: ${share(within.map(sure))}; of those right: ${share(within.filter(sure).map((row) => row.right))}`,
  );
  console.log(
    `answered, outside: ${share(judged.filter((row) => row.kind === "outside").map(sure))}; with the right one taken away: ${share(judged.filter((row) => row.kind === "bereft").map(sure))}; too vague: ${share(judged.filter((row) => row.kind === "vague").map(sure))}`,
  );
}
