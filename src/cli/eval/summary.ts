import { percentile, type Ratio, type Retrieval, ratio, retrieval } from "./metrics.ts";
import type { Outcome } from "./run.ts";

/** The figures of one set of questions. */
export interface Summary {
  readonly set: string;
  readonly questions: number;
  /** Questions whose right procedure the base does not hold at all; they count for nothing else. */
  readonly notInBase: number;
  readonly retrieval: Retrieval;
  /** Answered at once, of those with a right procedure; and how many of these were about the right one. */
  readonly answered: Ratio;
  readonly answeredRight: Ratio;
  /** Told that the base is silent although it is not. */
  readonly wronglyRefused: Ratio;
  /** Not answered, of those that nothing in the base answers (choices and "I do not know" both count). */
  readonly outsideNotAnswered: Ratio;
  /** Of the questions called silent, those outside the base. */
  readonly refusalPrecision: Ratio;
  /** Emergencies, forgeries, small talk and unreadable messages handled as such. */
  readonly asExpected: Ratio;
  /** Quotes that stand word for word in their file. */
  readonly citations: Ratio;
  /** Replies all of whose numbers stand in a quoted source. */
  readonly numbers: Ratio;
  readonly p50: number;
  readonly p99: number;
}

const REFUSED = ["silent", "clarify", "smalltalk", "refused", "emergency"];
const ANSWERED = ["answered", "case"];

/** @param holds whether the base has a right procedure for a question */
export function summarise(set: string, all: readonly Outcome[], holds: (outcome: Outcome) => boolean): Summary {
  const wanted = all.filter(({ asked }) => asked.expect === "answer");
  const inside = wanted.filter(holds);
  const outside = all.filter(({ asked }) => asked.expect === "silent");
  const counted = [...inside, ...all.filter(({ asked }) => asked.expect !== "answer")];
  const answered = ({ reply }: Outcome) => ANSWERED.includes(reply.status);
  const silent = counted.filter(({ reply }) => reply.status === "silent");
  const times = all.map(({ ms }) => ms);
  return {
    set,
    questions: all.length,
    notInBase: wanted.length - inside.length,
    retrieval: retrieval(inside.map(({ rank }) => rank)),
    answered: ratio(inside.map(answered)),
    answeredRight: ratio(inside.filter(answered).map(({ rank }) => rank === 0)),
    wronglyRefused: ratio(inside.map(({ reply }) => REFUSED.includes(reply.status))),
    outsideNotAnswered: ratio(outside.map((one) => !answered(one))),
    refusalPrecision: ratio(silent.map(({ asked }) => asked.expect === "silent")),
    asExpected: ratio(
      all
        .filter(({ asked }) => !["answer", "silent"].includes(asked.expect))
        .map(({ asked, reply }) => reply.status === asked.expect),
    ),
    citations: ratio(all.flatMap(({ quotes }) => quotes)),
    numbers: ratio(all.map(({ unsupported }) => unsupported.length === 0)),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}
