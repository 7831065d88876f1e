import { telex, unrepeated, vni } from "../text/keys.ts";
import type { Syllable } from "../text/syllables.ts";
import type { Speller } from "./speller.ts";

/** How likely one syllable follows another, as a cost in nats; smaller is likelier. */
export type Follows = (before: string | undefined, next: string) => number;

/** A decoded syllable; `written` stays only where the reader typed exactly this. */
export interface Decoded {
  readonly folded: string;
  readonly written?: string;
}

interface Candidate {
  readonly run: readonly string[];
  readonly cost: number;
  readonly written?: string;
}

/** Costs in nats of reading what was typed as something else. */
const COST = {
  unknown: 9,
  /** Taking a known abbreviation for a word of its own. */
  abbreviated: 6,
  abbreviation: 0.5,
  laterReading: 1,
  shortWord: 3,
  keys: 1.5,
  segment: 2,
  sound: 3.5,
  edit: 4,
  realWord: 3.5,
} as const;

const VOWEL = /[aeiouy]/;

/** Candidates of one kind that are tried for one syllable. */
const WIDTH = 6;

/**
 * Reads a question the way it was meant: chat abbreviations, keyboard leftovers, words run together, typing errors and
 * southern spellings compete, and the likeliest run of syllables wins (Viterbi over the candidates of each syllable).
 */
export class Decoder {
  readonly #speller: Speller;
  readonly #abbreviations: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly #follows: Follows;

  constructor(speller: Speller, abbreviations: ReadonlyMap<string, readonly (readonly string[])[]>, follows: Follows) {
    this.#speller = speller;
    this.#abbreviations = abbreviations;
    this.#follows = follows;
  }

  decode(syllables: readonly Syllable[], seen: (first: string, second: string) => boolean): Decoded[] {
    let beam: { cost: number; last: string | undefined; back: Step | undefined }[] = [
      { cost: 0, last: undefined, back: undefined },
    ];
    for (let i = 0; i < syllables.length; i++) {
      const next = new Map<string, { cost: number; last: string; back: Step }>();
      for (const candidate of this.#candidates(syllables, i, seen)) {
        const first = candidate.run[0] as string;
        const last = candidate.run.at(-1) as string;
        for (const state of beam) {
          const cost = state.cost + candidate.cost + this.#follows(state.last, first);
          const known = next.get(last);
          if (known === undefined || cost < known.cost)
            next.set(last, { cost, last, back: { candidate, before: state.back } });
        }
      }
      beam = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, 2 * WIDTH);
    }
    return unwind(beam[0]?.back);
  }

  #candidates(
    syllables: readonly Syllable[],
    at: number,
    seen: (first: string, second: string) => boolean,
  ): readonly Candidate[] {
    const { folded, written } = syllables[at] as Syllable;
    const known = this.#speller.knows(folded);
    const readings = this.#abbreviations.get(written) ?? [];
    const word = known && VOWEL.test(folded);
    const asTyped = readings.length > 0 && !word ? COST.abbreviated : known ? 0 : COST.unknown;
    const out: Candidate[] = [{ run: [folded], cost: asTyped, written }];
    readings.forEach((run, i) => {
      out.push({ run, cost: COST.abbreviation + i * COST.laterReading + (word ? COST.shortWord : 0) });
    });
    if (folded.length < 2 || /\d/.test(folded)) {
      const reading = vni(folded);
      if (reading !== undefined && this.#speller.knows(reading)) out.push({ run: [reading], cost: COST.keys });
      return out;
    }
    const before = syllables[at - 1]?.folded;
    const after = syllables[at + 1]?.folded;
    const fits = (before !== undefined && seen(before, folded)) || (after !== undefined && seen(folded, after));
    if (known && (fits || (before === undefined && after === undefined))) return out;
    const extra = known ? COST.realWord : 0;
    if (!known) this.#keyboard(folded, out);
    for (const run of this.#speller.alike(folded, WIDTH)) out.push({ run: [run], cost: COST.sound + extra });
    for (const run of this.#speller.near(folded, WIDTH)) out.push({ run: [run], cost: COST.edit + extra });
    return out;
  }

  #keyboard(folded: string, out: Candidate[]): void {
    for (const reading of [unrepeated(folded), ...telex(folded), ...telex(unrepeated(folded))]) {
      if (reading !== folded && this.#speller.knows(reading)) out.push({ run: [reading], cost: COST.keys });
    }
    const parts = this.#speller.segment(folded);
    if (parts !== undefined) out.push({ run: parts, cost: COST.segment });
  }
}

interface Step {
  readonly candidate: Candidate;
  readonly before: Step | undefined;
}

function unwind(last: Step | undefined): Decoded[] {
  const out: Decoded[] = [];
  for (let step = last; step !== undefined; step = step.before) {
    const { run, written } = step.candidate;
    for (let i = run.length - 1; i >= 0; i--) {
      const folded = run[i] as string;
      out.push(written === undefined ? { folded } : { folded, written });
    }
  }
  return out.reverse();
}
