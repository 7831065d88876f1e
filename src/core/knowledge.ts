import type { Guide } from "./guide.ts";
import type { Day, Everyday, Procedure } from "./procedure.ts";

/** A citizen's word (or several) and the words that the official texts use for it. */
export interface GlossaryEntry {
  readonly say: readonly string[];
  readonly mean: readonly string[];
}

export interface Glossary {
  readonly words: readonly GlossaryEntry[];
  /** Abbreviation as typed, in lower case → its readings, likeliest first. A file may give one as a plain string. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
}

export interface Office {
  readonly name: string;
  readonly address: string;
  readonly hours?: string;
  readonly phone?: string;
  /** Communes or "tỉnh" that it serves. */
  readonly serves: readonly string[];
  readonly source: string;
}

/** A general question that belongs to no single procedure. */
export interface Faq {
  readonly id: string;
  readonly ask: string;
  /** Other ways to ask it. */
  readonly aliases: readonly string[];
  readonly answer: string;
  readonly sources: readonly string[];
  readonly verified: string;
  readonly file: string;
}

/** Vietnam's days off besides Saturdays and Sundays. */
export interface Holidays {
  /** Certain by law, or decided. */
  readonly off: readonly Day[];
  /** May be days off: decided later, or not found out yet. */
  readonly undecided: readonly Day[];
  /** Nothing is known of later days. */
  readonly until: Day;
}

/** Something wrong in a knowledge file, in a sentence that an officer understands. */
export interface Fault {
  readonly file: string;
  /** 1-based; 1 when the fault is the file as a whole. */
  readonly line: number;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
}

/** Everything the assistant knows at one moment. Never changed in place: a new one replaces it. */
export interface Snapshot {
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly everyday: ReadonlyMap<string, Everyday>;
  readonly glossary: Glossary;
  readonly offices: readonly Office[];
  readonly faq: readonly Faq[];
  /** By id. */
  readonly guides: ReadonlyMap<string, Guide>;
  /** Absent where no folder has a file of them. */
  readonly holidays?: Holidays;
  readonly faults: readonly Fault[];
  /** SHA-256 (hex) over names and bytes of all files read. */
  readonly version: string;
}
