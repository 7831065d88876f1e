import type { Glossary, Snapshot } from "../core/knowledge.ts";
import type { Procedure } from "../core/procedure.ts";
import { spokenPhrases } from "../text/spoken.ts";
import { foldedSyllables, syllables } from "../text/syllables.ts";
import { entriesOf } from "./entries.ts";
import { type Postings, PostingsBuilder } from "./postings.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The fields of a procedure that are searched, each with postings of its own. */
export const FIELDS = ["title", "everyday", "domain", "questions", "body"] as const;
export type Field = (typeof FIELDS)[number];

/** What search needs, as flat arrays; the procedures stand in `codes` order. */
export interface Index {
  readonly codes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly fields: Readonly<Record<Field, Postings>>;
  /** Every name, alias, everyday phrase and asked question as a small document of its own. */
  readonly phrases: Postings;
  /** Phrase → procedure number. */
  readonly phraseOwner: Uint32Array;
  /** Phrase → 0 the official name, 1 how people say it (alias, phrase, question). */
  readonly phraseKind: Uint8Array;
  /** Phrase → total idf of its terms. */
  readonly phraseMass: Float32Array;
  /** Written syllables (with marks) of the heads, numbered in `writtenIds`. */
  readonly written: Postings;
  readonly writtenIds: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  /** Total idf of the title's terms, a procedure each. */
  readonly titleMass: Float32Array;
  /** How often each term was read, for the speller. */
  readonly counts: Uint32Array;
}

/** Builds the index of a snapshot. About a second for 2,642 procedures. */
export function buildIndex(snapshot: Snapshot): Index {
  const procedures = entriesOf(snapshot);
  const vocabulary = new Vocabulary();
  const builders = Object.fromEntries(FIELDS.map((field) => [field, new PostingsBuilder()])) as Record<
    Field,
    PostingsBuilder
  >;
  const phrases = new PostingsBuilder();
  const written = new PostingsBuilder();
  const heads = new PostingsBuilder();
  const writtenIds = new Map<string, number>();
  const owner: number[] = [];
  const kind: number[] = [];
  const counts: number[] = [];
  const count = (terms: readonly number[], times: number) => {
    for (const term of terms) counts[term] = (counts[term] ?? 0) + times;
  };
  const termsOf = (texts: readonly string[]): number[] => {
    const into: number[] = [];
    for (const text of texts) for (const run of runs(text)) vocabulary.addRun(run, into);
    return into;
  };

  procedures.forEach((procedure, number) => {
    const texts = fieldTexts(procedure, snapshot);
    const byField = Object.fromEntries(FIELDS.map((field) => [field, termsOf(texts[field])])) as Record<
      Field,
      number[]
    >;
    for (const field of FIELDS) {
      builders[field].add(byField[field]);
      count(byField[field], field === "body" ? 1 : HEAD_COUNT);
    }
    heads.add([...byField.title, ...byField.everyday, ...byField.domain, ...byField.questions]);
    for (const [texts_, phraseKind] of [
      [texts.title, 0],
      [[...texts.everyday, ...texts.questions], 1],
    ] as const) {
      for (const text of texts_) {
        phrases.add(termsOf([text]));
        owner.push(number);
        kind.push(phraseKind);
      }
    }
    const marks = new Set<number>();
    for (const text of [...texts.title, ...texts.everyday]) {
      for (const { written: form, folded } of syllables(text)) {
        if (form === folded) continue;
        const id = writtenIds.get(form) ?? writtenIds.size;
        writtenIds.set(form, id);
        marks.add(id);
      }
    }
    written.add([...marks]);
  });
  for (const phrase of spokenPhrases()) count(termsOf([phrase]), HEAD_COUNT);
  for (const { say, mean } of snapshot.glossary.words) count(termsOf([...say, ...mean]), HEAD_COUNT);
  for (const readings of snapshot.glossary.abbreviations.values()) count(termsOf(readings), HEAD_COUNT);

  const size = vocabulary.size;
  const idf = idfOf(heads.frequencies(size), builders.body.frequencies(size), procedures.length);
  const phrasePostings = phrases.build(size);
  return {
    codes: procedures.map((procedure) => procedure.code),
    vocabulary,
    fields: Object.fromEntries(FIELDS.map((field) => [field, builders[field].build(size)])) as Record<Field, Postings>,
    phrases: phrasePostings,
    phraseOwner: Uint32Array.from(owner),
    phraseKind: Uint8Array.from(kind),
    phraseMass: masses(phrasePostings, idf, owner.length),
    written: written.build(writtenIds.size),
    writtenIds,
    idf,
    titleMass: masses(builders.title.build(size), idf, procedures.length),
    counts: Uint32Array.from({ length: size }, (_, term) => counts[term] ?? 0),
  };
}

/** A word in a title or a daily phrase says more about spelling than one in a long text. */
const HEAD_COUNT = 3;

function fieldTexts(procedure: Procedure, snapshot: Snapshot): Record<Field, string[]> {
  const everyday = snapshot.everyday.get(procedure.code);
  const { questions: _, ...sections } = procedure.sections;
  return {
    title: [inFull(procedure.name, snapshot.glossary.abbreviations)],
    everyday: [...procedure.aliases, ...(everyday === undefined ? [] : [...everyday.phrases, everyday.event])],
    domain: [procedure.domain],
    questions: procedure.questions.map((question) => question.ask),
    body: [
      ...Object.values(sections),
      procedure.who,
      procedure.agency,
      procedure.result,
      ...procedure.cases.flatMap((one) => [
        one.ask,
        ...one.options.flatMap((option) => [option.label, ...option.papers]),
      ]),
      ...procedure.legalBasis.map((law) => `${law.number} ${law.title ?? ""}`),
      ...procedure.questions.map((question) => question.answer),
    ],
  };
}

/** "Công ty TNHH" also as "công ty trách nhiệm hữu hạn": abbreviations of three letters and more with one reading. */
function inFull(name: string, abbreviations: Glossary["abbreviations"]): string {
  const full = name.replace(/[\p{L}]{3,}/gu, (word) => {
    const readings = abbreviations.get(word.toLowerCase());
    return readings?.length === 1 ? (readings[0] as string) : word;
  });
  return full === name ? name : `${name} . ${full}`;
}

/** Sentences and clauses: pairs do not reach across them. */
function runs(text: string): string[][] {
  return text
    .split(/[\n.;:!?()*]+/u)
    .map(foldedSyllables)
    .filter((run) => run.length > 0);
}

/** Rarity by the heads; a word that only the long texts hold counts by them, and for a little less. */
function idfOf(heads: Uint32Array, bodies: Uint32Array, documents: number): Float32Array {
  return Float32Array.from(heads, (inHeads, term) => {
    const found = inHeads > 0 ? inHeads : (bodies[term] ?? 0);
    const idf = Math.log(1 + (documents - found + 0.5) / (found + 0.5));
    return Math.max(0.05, inHeads > 0 ? idf : 0.6 * idf);
  });
}

function masses(postings: Postings, idf: Float32Array, documents: number): Float32Array {
  const mass = new Float32Array(documents);
  for (let term = 0; term < idf.length; term++) {
    for (let i = postings.starts[term] as number; i < (postings.starts[term + 1] as number); i++) {
      const doc = postings.docs[i] as number;
      mass[doc] = (mass[doc] as number) + (idf[term] as number);
    }
  }
  return mass;
}
