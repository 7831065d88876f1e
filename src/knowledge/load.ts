import type { Glossary, GlossaryEntry, Snapshot } from "../core/knowledge.ts";
import type { Everyday, Procedure } from "../core/procedure.ts";
import { type Entry, type Reading, readKnowledge } from "./read.ts";

export interface LoadOptions {
  /** What was known before: the last good version of a file that is now faulty goes on. */
  readonly previous?: Snapshot;
}

/**
 * Reads the knowledge folders into one snapshot. Of two files with one code the curated one wins over the imported one, and
 * then the earlier folder over the later; everyday words, glossary, offices and FAQ of all folders are put together.
 * Faulty files never throw: they are in `faults`.
 */
export async function loadKnowledge(folders: readonly string[], { previous }: LoadOptions = {}): Promise<Snapshot> {
  const reading = await readKnowledge(folders);
  const fallback = previous && reading.bad.length > 0 ? lastGood(reading, previous) : undefined;
  const holidays = reading.holidays[0]?.value ?? fallback?.holidays;
  return {
    procedures: mergeProcedures([...reading.procedures.map(({ value }) => value), ...(fallback?.procedures ?? [])]),
    everyday: firstBy("code", [...reading.everyday.map(({ value }) => value), ...(fallback?.everyday ?? [])]),
    glossary: mergeGlossaries([...reading.glossaries.map(({ value }) => value), ...(fallback?.glossaries ?? [])]),
    offices: [...reading.offices.flatMap(({ value }) => value), ...(fallback?.offices ?? [])],
    faq: [...reading.faq.map(({ value }) => value), ...(fallback?.faq ?? [])],
    guides: firstBy("id", [...reading.guides.map(({ value }) => value), ...(fallback?.guides ?? [])]),
    ...(holidays && { holidays }),
    faults: reading.faults,
    version: reading.version,
  };
}

/** What the previous snapshot knew from files that are faulty now. */
function lastGood({ bad, everyday }: Reading, previous: Snapshot) {
  const paths = new Set(bad.map(({ path }) => path));
  const kinds = new Set(bad.map(({ path }) => path.split("/")[0]));
  const known = new Set(everyday.map(({ value }: Entry<Everyday>) => value.code));
  return {
    procedures: [...previous.procedures.values()].filter(({ file }) => paths.has(file)),
    everyday: kinds.has("everyday") ? [...previous.everyday.values()].filter(({ code }) => !known.has(code)) : [],
    glossaries: kinds.has("glossary.yaml") ? [previous.glossary] : [],
    offices: kinds.has("offices.yaml") ? previous.offices : [],
    faq: previous.faq.filter(({ file }) => paths.has(file)),
    guides: [...previous.guides.values()].filter(({ file }) => paths.has(file)),
    holidays: kinds.has("holidays.yaml") ? previous.holidays : undefined,
  };
}

function mergeProcedures(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  const merged = new Map<string, Procedure>();
  for (const procedure of procedures) {
    const first = merged.get(procedure.code);
    if (!first || (first.origin === "imported" && procedure.origin === "curated"))
      merged.set(procedure.code, procedure);
  }
  return merged;
}

function firstBy<K extends string, T extends Readonly<Record<K, string>>>(
  key: K,
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(items.toReversed().map((item) => [item[key], item]));
}

function mergeGlossaries(glossaries: readonly Glossary[]): Glossary {
  const words = new Map<string, GlossaryEntry>();
  for (const entry of glossaries.flatMap((glossary) => glossary.words)) words.set(JSON.stringify(entry), entry);
  const abbreviations = new Map(glossaries.toReversed().flatMap((glossary) => [...glossary.abbreviations]));
  return { words: [...words.values()], abbreviations };
}
