import { percentile, retrieval } from "../../src/cli/eval/metrics.ts";
import { type EvalQuestion, isRight } from "../../src/cli/eval/questions.ts";
import type { Snapshot } from "../../src/core/knowledge.ts";
import type { Engine } from "./peers.ts";

/** What one engine did with a list of questions, in milliseconds a question. */
export interface Timing {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly recall1: number;
  readonly recall5: number;
}

/** Asks every engine the same questions in the same process: one unmeasured round to warm up, then `rounds` measured. */
export async function race(
  engines: readonly Engine[],
  questions: readonly EvalQuestion[],
  { procedures }: Snapshot,
  rounds: number,
): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const engine of engines) {
    const times: number[] = [];
    const ranks: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      for (const { text, gold } of questions) {
        const started = performance.now();
        const codes = await engine.find(text);
        if (round > 0) times.push(performance.now() - started);
        const wanted = new Set(gold);
        if (round === rounds)
          ranks.push(codes.findIndex((code) => isRight(procedures.get(code) ?? { code, replaces: [] }, wanted)));
      }
    }
    const { recall1, recall5 } = retrieval(ranks);
    timings.push({ name: engine.name, p50: percentile(times, 0.5), p99: percentile(times, 0.99), recall1, recall5 });
  }
  return timings;
}
