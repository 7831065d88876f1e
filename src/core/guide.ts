import type { Day } from "./procedure.ts";

/** A walk through something a person does themselves: creating an account, submitting online, paying. */
export interface Guide {
  /** Short and stable, e.g. `vneid-level-2`: at most 24 of a–z, 0–9 and "-". */
  readonly id: string;
  readonly title: string;
  /** How people ask for it. */
  readonly aliases: readonly string[];
  /** Codes of the procedures whose online submission it walks through. */
  readonly procedures: readonly string[];
  /** The day on which the facts were checked. */
  readonly verified: Day;
  readonly sources: ReadonlyMap<string, string>;
  /** Guides offered when this one has been walked to its end. */
  readonly after: readonly string[];
  /** Path of the file inside its knowledge folder, with `/`. */
  readonly file: string;
  /** In the order written; the first is where the walk starts. */
  readonly steps: ReadonlyMap<string, Step>;
}

export interface Step {
  readonly id: string;
  readonly text: string;
  readonly picture?: Picture;
  readonly link?: { readonly label: string; readonly url: string };
  /** Key of one of the guide's sources. */
  readonly source?: string;
  /** What is asked here; without it the step is left with "Xong". */
  readonly ask?: Choices | Typed;
  /** May be skipped. */
  readonly optional: boolean;
  /** Where it goes on, tried in order; the last one has no condition. */
  readonly next: readonly Way[];
  /** What goes wrong here, and what to do about it. */
  readonly troubles: readonly Trouble[];
}

export interface Choices {
  readonly kind: "choices";
  /** The answer is remembered under this name. */
  readonly name: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly label: string;
  readonly value: string;
  /** Where it goes on; the step's `next` when absent. */
  readonly to?: string;
  /** A guide walked first, after which this one goes on. */
  readonly through?: string;
}

/** Something typed, and how it is checked. */
export interface Typed {
  readonly kind: "typed";
  readonly name: string;
  readonly check: "phone" | "date" | "dossier-code" | "number" | "text";
  /** What is said when it does not pass. */
  readonly again: string;
}

/** `if` every named answer has its value, go to the step `to`; `end` ends the walk. */
export interface Way {
  readonly if: Readonly<Record<string, string>>;
  readonly to: string;
}

export interface Trouble {
  readonly label: string;
  readonly text: string;
}

/** A sketch below `knowledge/guides/pictures/`, with words for those who cannot see it. */
export interface Picture {
  /** File name, e.g. `qr-login.svg`. */
  readonly file: string;
  readonly alt: string;
}

/** Where somebody stands in a guide. Plain JSON, so that it survives a restart. */
export interface GuidePlace {
  readonly guide: string;
  readonly step: string;
  /** Answers so far, by name. */
  readonly answers: Readonly<Record<string, string>>;
  /** Steps walked, oldest first, for "quay lại". */
  readonly trail: readonly string[];
  /** The place to go on from when this guide was walked on the way through another. */
  readonly from?: GuidePlace;
  /** Why the walk rests: the person said "để sau", or was away for long and has not been asked yet whether to go on. */
  readonly rest?: "paused" | "away";
}
