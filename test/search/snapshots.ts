import fc from "fast-check";
import type { Snapshot } from "../../src/core/knowledge.ts";
import type { Everyday, Procedure } from "../../src/core/procedure.ts";
import { spelled, write } from "../text/vietnamese.ts";
import { procedure } from "./fixture.ts";

/** A snapshot of these procedures and nothing else but what a test names. */
export function snapshotOf(procedures: readonly Procedure[], more: Partial<Snapshot> = {}): Snapshot {
  return {
    procedures: new Map(procedures.map((one) => [one.code, one])),
    everyday: new Map(),
    glossary: { words: [], abbreviations: new Map() },
    offices: [],
    faq: [],
    guides: new Map(),
    faults: [],
    version: "made by a test",
    ...more,
  };
}

/** Everyday words by code, as the snapshot keeps them. */
export function everydayOf(entries: readonly (Partial<Everyday> & { code: string })[]): Map<string, Everyday> {
  return new Map(
    entries.map((one) => [one.code, { common: "sometimes", event: "", phrases: [], away: [], ...one } as Everyday]),
  );
}

const phrase = fc.array(spelled.map(write), { minLength: 1, maxLength: 6 }).map((syllables) => syllables.join(" "));

/** Small bases of made-up words, with and without everyday phrases, sections, questions and glossary. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .array(
    fc.record({
      name: phrase,
      aliases: fc.array(phrase, { maxLength: 2 }),
      phrases: fc.array(phrase, { maxLength: 3 }),
      papers: fc.array(phrase, { maxLength: 4 }),
      ask: phrase,
      common: fc.constantFrom("everyday" as const, "sometimes" as const, "rare" as const),
      level: fc.constantFrom("xã" as const, "tỉnh" as const),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => {
    const codes = rows.map((_, i) => `1.${String(i).padStart(6, "0")}`);
    return snapshotOf(
      rows.map(({ name, aliases, papers, ask, level }, i) =>
        procedure(codes[i] ?? "", name, {
          aliases,
          level: [level],
          sections: papers.length === 0 ? {} : { papers: papers.map((one) => `- ${one}`).join("\n") },
          questions: [{ ask: `${ask}?`, answer: papers.join(". ") }],
        }),
      ),
      { everyday: everydayOf(rows.map(({ phrases, common }, i) => ({ code: codes[i] ?? "", phrases, common }))) },
    );
  });
