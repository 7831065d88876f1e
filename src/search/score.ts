import { FIELDS, type Field, type Index } from "./build.ts";
import { bestPhrases } from "./phrases.ts";
import { accumulate, type Postings } from "./postings.ts";
import { type Term, termsOf } from "./terms.ts";
import type { Question } from "./understand.ts";

/** Raw matching of one question against every procedure, a number each. Valid until the next question is scored. */
export interface Scores {
  /** Total mass of the question, words that the base lacks included. */
  readonly mass: number;
  /** BM25 a field, weighted by the question. */
  readonly fields: Readonly<Record<Field, Float32Array>>;
  /** Best match of a single phrase: 0 official, 1 everyday; 0–1. */
  readonly best: readonly [Float32Array, Float32Array];
  /** Mass of the question that stands in title, everyday words, questions or domain. */
  readonly head: Float32Array;
  /** The part of `head` that is pairs of syllables. */
  readonly pairs: Float32Array;
  /** idf of the title's terms that the question has. */
  readonly titleHeld: Float32Array;
  /** How many syllables typed with marks stand in title or everyday words, written the same way. */
  readonly written: Float32Array;
}

/** A term must weigh this share of the question to be looked up in the long texts. */
const BODY_SHARE = 0.02;

/** Scores questions against one index; keeps its arrays, so one instance answers one question at a time. */
export class Scorer {
  readonly #index: Index;
  readonly #arrays: Omit<Scores, "mass">;
  readonly #lastHead: Int32Array;
  readonly #phrases: readonly [Float32Array, Float32Array];

  constructor(index: Index) {
    const documents = index.codes.length;
    const array = () => new Float32Array(documents);
    this.#index = index;
    this.#arrays = {
      fields: Object.fromEntries(FIELDS.map((field) => [field, array()])) as Record<Field, Float32Array>,
      best: [array(), array()],
      head: array(),
      pairs: array(),
      titleHeld: array(),
      written: array(),
    };
    this.#lastHead = new Int32Array(documents);
    this.#phrases = [new Float32Array(index.phraseOwner.length), new Float32Array(index.phraseOwner.length)];
  }

  score(question: Question): Scores {
    const { fields, best, head, pairs, titleHeld, written } = this.#arrays;
    for (const array of [...Object.values(fields), ...best, head, pairs, titleHeld, written]) array.fill(0);
    this.#lastHead.fill(-1);
    const { terms, mass } = termsOf(question, this.#index);
    terms.forEach((term, number) => {
      for (const field of ["title", "everyday", "questions", "domain"] as const) this.#addHead(term, number, field);
      if (term.mass > BODY_SHARE * mass) accumulate(this.#index.fields.body, term.id, term.mass, fields.body);
    });
    for (const form of new Set(question.marked)) {
      const id = this.#index.writtenIds.get(form);
      if (id !== undefined) each(this.#index.written, id, (doc) => add(written, doc, 1));
    }
    bestPhrases(terms, mass, this.#index, this.#phrases, best);
    return { mass, ...this.#arrays };
  }

  #addHead({ id, mass, pair }: Term, number: number, field: Exclude<Field, "body">): void {
    const { starts, docs, impacts } = this.#index.fields[field];
    const { fields, head, pairs, titleHeld } = this.#arrays;
    const scores = fields[field];
    const idf = this.#index.idf[id] as number;
    for (let i = starts[id] as number; i < (starts[id + 1] as number); i++) {
      const doc = docs[i] as number;
      scores[doc] = (scores[doc] as number) + mass * (impacts[i] as number);
      if (field === "title") titleHeld[doc] = (titleHeld[doc] as number) + idf;
      if (this.#lastHead[doc] === number) continue;
      this.#lastHead[doc] = number;
      head[doc] = (head[doc] as number) + mass;
      if (pair) pairs[doc] = (pairs[doc] as number) + mass;
    }
  }
}

function each(postings: Postings, term: number, visit: (doc: number) => void): void {
  for (let i = postings.starts[term] as number; i < (postings.starts[term + 1] as number); i++)
    visit(postings.docs[i] as number);
}

function add(array: Float32Array, at: number, value: number): void {
  array[at] = (array[at] as number) + value;
}
