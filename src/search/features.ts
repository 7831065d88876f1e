import type { Everyday, Procedure } from "../core/procedure.ts";
import { type Phrase, phraseOf } from "../text/grams.ts";
import { bitCount, type Modifiers, modifiersOf } from "../text/modifiers.ts";
import { syllables } from "../text/syllables.ts";
import type { Index } from "./build.ts";
import type { Scores } from "./score.ts";
import type { Question } from "./understand.ts";

/** What the re-ranker looks at, in this order. All are roughly between −1 and 2. */
export const FEATURES = [
  "title",
  "everyday",
  "domain",
  "questions",
  "body",
  "bestName",
  "bestEveryday",
  "askedInHead",
  "titleCovered",
  "titleLeft",
  "pairs",
  "common",
  "sometimes",
  "away",
  "commune",
  "curated",
  "marks",
  "narrowShared",
  "narrowTitleOnly",
  "narrowAskedOnly",
  "narrowAgainstPlain",
  "narrowConflict",
  "topicShared",
  "topicTitleOnly",
  "topicAskedOnly",
  "briefNarrow",
  "briefCommon",
] as const;

/** A question of so few content syllables names the thing and nothing else: it means the everyday case. */
const BRIEF = 5;

/** What is the same for every question, worked out once per snapshot. */
export interface Traits {
  readonly common: Everyday["common"] | undefined;
  readonly away: readonly Phrase[];
  readonly commune: boolean;
  readonly curated: boolean;
  /** Modifiers of the name alone, and of all that people call it. */
  readonly named: Modifiers;
  readonly called: Modifiers;
}

export function traitsOf(procedure: Procedure, everyday: Everyday | undefined): Traits {
  return {
    common: everyday?.common,
    away: (everyday?.away ?? []).map(phraseOf),
    commune: procedure.level.includes("xã"),
    curated: procedure.origin === "curated",
    named: modifiersIn(procedure.name),
    called: modifiersIn(
      [procedure.name, ...procedure.aliases, ...(everyday?.phrases ?? []), everyday?.event ?? ""].join(" . "),
    ),
  };
}

function modifiersIn(text: string): Modifiers {
  const run = syllables(text);
  return modifiersOf(
    run.map(({ folded }) => folded),
    run.map(({ written }) => written),
  );
}

/** The feature vector of one procedure for one question. */
export function features(doc: number, question: Question, scores: Scores, index: Index, traits: Traits): Float64Array {
  const { fields, best, head, pairs, titleHeld, written, mass } = scores;
  const scale = 1 / Math.max(mass, 1);
  const titleMass = index.titleMass[doc] as number;
  const held = titleHeld[doc] as number;
  const marked = question.marked.length;
  const asked = question.modifiers;
  const everyday = traits.common === "everyday" ? 1 : 0;
  const brief = question.content <= BRIEF;
  const { named, called } = traits;
  return Float64Array.of(
    (fields.title[doc] as number) * scale,
    (fields.everyday[doc] as number) * scale,
    (fields.domain[doc] as number) * scale,
    (fields.questions[doc] as number) * scale,
    (fields.body[doc] as number) * scale,
    best[0][doc] as number,
    best[1][doc] as number,
    (head[doc] as number) * scale,
    titleMass === 0 ? 0 : held / titleMass,
    Math.log1p(Math.max(0, titleMass - held)) / 5,
    (pairs[doc] as number) * scale,
    everyday,
    traits.common === "sometimes" ? 1 : 0,
    traits.away.some((phrase) => question.grams.holds(phrase)) ? 1 : 0,
    traits.commune ? 1 : 0,
    traits.curated ? 1 : 0,
    (written[doc] as number) / Math.max(1, marked),
    bitCount(asked.narrowing & named.narrowing),
    bitCount(named.narrowing & ~asked.narrowing),
    bitCount(asked.narrowing & ~called.narrowing),
    asked.narrowing === 0 && named.narrowing !== 0 ? 1 : 0,
    asked.narrowing !== 0 && named.narrowing !== 0 && (asked.narrowing & called.narrowing) === 0 ? 1 : 0,
    bitCount(asked.topics & called.topics),
    bitCount(named.topics & ~asked.topics),
    bitCount(asked.topics & ~called.topics),
    brief && asked.narrowing === 0 && named.narrowing !== 0 ? 1 : 0,
    brief ? everyday : 0,
  );
}
