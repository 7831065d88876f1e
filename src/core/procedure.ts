/** One administrative procedure as the knowledge folder tells it. Shapes only; `knowledge/` reads and checks the files. */

/** What a citizen can ask about a procedure. `all` is the short overview. */
export const FACETS = [
  "papers",
  "steps",
  "time",
  "fee",
  "where",
  "online",
  "who",
  "result",
  "law",
  "form",
  "all",
] as const;
export type Facet = (typeof FACETS)[number];

export type Level = "xã" | "tỉnh" | "bộ";
export type Online = "full" | "partial" | "none" | "unknown";
export type Confidence = "high" | "medium" | "low";
export type Origin = "curated" | "imported";
/** A calendar day, `YYYY-MM-DD`, in Vietnam's time zone. */
export type Day = string;

/** A stretch of days, both ends included; an absent end is open. */
export interface Period {
  readonly from?: Day;
  readonly to?: Day;
}

export interface TimeLimit {
  readonly when: string;
  /** A phrase with its unit ("3 ngày làm việc"); null when unknown. */
  readonly value: string | null;
  readonly note?: string;
}

export interface Fee extends Period {
  readonly when: string;
  /** Vietnamese đồng; 0 is free of charge; null when unknown. */
  readonly amount: number | null;
  /** What the amount counts ("đồng/bản"); đồng when absent. */
  readonly unit?: string;
  readonly note?: string;
  readonly condition?: string;
  readonly law?: string;
}

export interface Law extends Period {
  readonly number: string;
  readonly title?: string;
}

export interface SourceNote {
  readonly title: string;
  readonly url?: string;
  readonly date?: Day;
}

/** A look-alike or companion procedure with the question that tells the two apart. */
export interface Related {
  readonly code: string;
  readonly ask?: string;
  readonly choose?: string;
}

export interface CaseOption {
  readonly label: string;
  readonly papers: readonly string[];
  readonly note?: string;
}

/** A question whose answer changes the list of papers. */
export interface CaseQuestion {
  readonly ask: string;
  readonly options: readonly CaseOption[];
}

export interface Uncertain {
  readonly about: Facet | "general";
  readonly text: string;
}

/** The fixed `##` headings of a procedure file, in their order. */
export const HEADINGS = {
  who: "Ai được làm",
  papers: "Giấy tờ cần có",
  steps: "Các bước",
  time: "Thời hạn",
  fee: "Lệ phí",
  where: "Nộp ở đâu",
  notes: "Lưu ý",
  questions: "Câu hỏi thường gặp",
} as const;
export type Section = keyof typeof HEADINGS;

export interface Question {
  readonly ask: string;
  readonly answer: string;
}

export interface Procedure {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domain: string;
  readonly level: readonly Level[];
  readonly agency: string;
  readonly who: string;
  readonly online: Online;
  readonly portalUrl?: string;
  readonly time: readonly TimeLimit[];
  readonly fees: readonly Fee[];
  readonly result: string;
  readonly legalBasis: readonly Law[];
  readonly effective: Period;
  readonly verified: Day;
  readonly confidence: Confidence;
  readonly origin: Origin;
  readonly sources: readonly SourceNote[];
  /** Old codes that this procedure took over, with the day it did. */
  readonly replaces: readonly { readonly code: string; readonly from?: Day }[];
  readonly related: readonly Related[];
  readonly cases: readonly CaseQuestion[];
  readonly uncertain: readonly Uncertain[];
  /** Body text under each heading, as Markdown without the heading; absent sections are missing. */
  readonly sections: Readonly<Partial<Record<Section, string>>>;
  readonly questions: readonly Question[];
  /** Path of the file inside its knowledge folder, with `/`. */
  readonly file: string;
}

export type Common = "everyday" | "sometimes" | "rare";

/** How people really ask for a procedure. */
export interface Everyday {
  readonly code: string;
  readonly common: Common;
  readonly event: string;
  readonly phrases: readonly string[];
  readonly away: readonly string[];
}

/** True when `day` lies inside the period. */
export function covers(period: Period, day: Day): boolean {
  return (period.from === undefined || period.from <= day) && (period.to === undefined || day <= period.to);
}
