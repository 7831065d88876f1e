import type { Guide, Step } from "../core/guide.ts";
import type { Snapshot } from "../core/knowledge.ts";
import type { Everyday, Procedure } from "../core/procedure.ts";

/** Raised whenever a snapshot's shape changes, so that an older cache is not read as a newer one. */
const SHAPE = "knowledge 3";

/** Where the sections of a procedure stand among the bytes behind the first line. */
type Placed = Omit<Procedure, "sections"> & { readonly at: readonly [start: number, end: number] };

/** A guide without maps, which JSON has not. */
interface FlatGuide extends Omit<Guide, "sources" | "steps"> {
  readonly sources: readonly [string, string][];
  readonly steps: readonly Step[];
}

interface Packed extends Omit<Snapshot, "procedures" | "everyday" | "glossary" | "guides"> {
  readonly shape: string;
  readonly procedures: readonly Placed[];
  readonly everyday: readonly Everyday[];
  readonly guides: readonly FlatGuide[];
  readonly words: Snapshot["glossary"]["words"];
  readonly abbreviations: readonly [string, readonly string[]][];
}

/** A snapshot as bytes for a cache: one line of JSON, and behind it the long texts of the procedures. */
export function packSnapshot({ procedures, everyday, glossary, guides, ...rest }: Snapshot): Buffer {
  const texts: Buffer[] = [];
  let end = 0;
  const placed = [...procedures.values()].map(({ sections, ...procedure }): Placed => {
    const text = Buffer.from(JSON.stringify(sections));
    texts.push(text);
    const start = end;
    end += text.length;
    return { ...procedure, at: [start, end] };
  });
  const head: Packed = {
    ...rest,
    shape: SHAPE,
    procedures: placed,
    everyday: [...everyday.values()],
    guides: [...guides.values()].map((guide) => ({
      ...guide,
      sources: [...guide.sources],
      steps: [...guide.steps.values()],
    })),
    words: glossary.words,
    abbreviations: [...glossary.abbreviations],
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts]);
}

/**
 * Reads what `packSnapshot` made. The long texts stay bytes until somebody asks for them: most procedures are never asked
 * for. The caller makes sure (hash) that nobody changed the bytes.
 * @returns undefined when the bytes are of another shape or not such bytes at all
 */
export function unpackSnapshot(bytes: Buffer): Snapshot | undefined {
  const end = bytes.indexOf(10);
  const head = parse(bytes.toString("utf8", 0, Math.max(end, 0)));
  if (head?.shape !== SHAPE) return undefined;
  const { shape: _, procedures, everyday, guides, words, abbreviations, ...rest } = head;
  const texts = bytes.subarray(end + 1);
  return {
    ...rest,
    procedures: new Map(procedures.map((placed) => [placed.code, withSections(placed, texts)])),
    everyday: new Map(everyday.map((entry) => [entry.code, entry])),
    guides: new Map(guides.map((guide) => [guide.id, withMaps(guide)])),
    glossary: { words, abbreviations: new Map(abbreviations) },
  };
}

function withMaps({ sources, steps, ...guide }: FlatGuide): Guide {
  return { ...guide, sources: new Map(sources), steps: new Map(steps.map((step) => [step.id, step])) };
}

function withSections({ at: [start, end], ...procedure }: Placed, texts: Buffer): Procedure {
  let sections: Procedure["sections"] | undefined;
  return {
    ...procedure,
    get sections() {
      sections ??= JSON.parse(texts.toString("utf8", start, end)) as Procedure["sections"];
      return sections;
    },
  };
}

function parse(json: string): Packed | undefined {
  try {
    return JSON.parse(json) as Packed | undefined;
  } catch {
    return undefined;
  }
}
