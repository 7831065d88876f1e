import { FIELDS, type Field, type Index } from "./build.ts";
import type { Postings } from "./postings.ts";
import { Vocabulary } from "./vocabulary.ts";

type TypedArray = Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** An index as named blocks that a file can hold. */
export interface Flat {
  readonly texts: Readonly<Record<string, string>>;
  readonly arrays: Readonly<Record<string, TypedArray>>;
}

export function flatten(index: Index): Flat {
  const vocabulary = index.vocabulary.dump();
  const arrays: Record<string, TypedArray> = {
    syllableIds: vocabulary.syllableIds,
    pairKeys: vocabulary.pairKeys,
    pairIds: vocabulary.pairIds,
    phraseOwner: index.phraseOwner,
    phraseKind: index.phraseKind,
    phraseMass: index.phraseMass,
    idf: index.idf,
    titleMass: index.titleMass,
    counts: index.counts,
  };
  const add = (name: string, { starts, docs, impacts }: Postings) => {
    Object.assign(arrays, { [`${name}.starts`]: starts, [`${name}.docs`]: docs, [`${name}.impacts`]: impacts });
  };
  for (const field of FIELDS) add(field, index.fields[field]);
  add("phrases", index.phrases);
  add("written", index.written);
  return {
    texts: {
      codes: index.codes.join("\n"),
      syllables: vocabulary.syllables,
      written: [...index.writtenIds.keys()].join("\n"),
    },
    arrays,
  };
}

/** The inverse of `flatten`. A block that is missing throws TypeError: the caller rebuilds. */
export function unflatten({ texts, arrays }: Flat): Index {
  const take = <T extends TypedArray>(name: string, kind: new (length: number) => T): T => {
    const array = arrays[name];
    if (!(array instanceof kind)) throw new TypeError(`block ${name} is missing`);
    return array;
  };
  const lines = (name: string): string[] => {
    const text = texts[name];
    if (text === undefined) throw new TypeError(`block ${name} is missing`);
    return text === "" ? [] : text.split("\n");
  };
  const postings = (name: string): Postings => ({
    starts: take(`${name}.starts`, Uint32Array),
    docs: take(`${name}.docs`, Uint32Array),
    impacts: take(`${name}.impacts`, Float32Array),
  });
  return {
    codes: lines("codes"),
    vocabulary: Vocabulary.restore({
      syllables: lines("syllables").join("\n"),
      syllableIds: take("syllableIds", Int32Array),
      pairKeys: take("pairKeys", Float64Array),
      pairIds: take("pairIds", Int32Array),
    }),
    fields: Object.fromEntries(FIELDS.map((field) => [field, postings(field)])) as Record<Field, Postings>,
    phrases: postings("phrases"),
    phraseOwner: take("phraseOwner", Uint32Array),
    phraseKind: take("phraseKind", Uint8Array),
    phraseMass: take("phraseMass", Float32Array),
    written: postings("written"),
    writtenIds: new Map(lines("written").map((form, id) => [form, id])),
    idf: take("idf", Float32Array),
    titleMass: take("titleMass", Float32Array),
    counts: take("counts", Uint32Array),
  };
}
