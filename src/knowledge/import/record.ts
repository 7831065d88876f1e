import type { Level } from "../../core/procedure.ts";

/** One procedure as the national portal shows it, the same for every form in which its data comes. */
export interface PortalRecord {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
  /** Empty when the portal says "another agency" only. */
  readonly levels: readonly Level[];
  readonly agency: string;
  readonly who: string;
  readonly decision: string;
  readonly url: string;
  readonly methods: readonly Method[];
  readonly papers: readonly PaperGroup[];
  readonly steps: string;
  readonly conditions: string;
  readonly address: string;
  readonly results: readonly string[];
  readonly laws: readonly PortalLaw[];
  readonly remark: string;
}

export type MethodKind = "online" | "post" | "direct";

/** One row of the table of submission methods. */
export interface Method {
  readonly kind: MethodKind;
  /** As shown, "7 Ngày làm việc"; empty when the page has none. */
  readonly time: string;
  readonly charges: readonly Charge[];
  readonly description: string;
}

/** A fee as shown. `amount` counts `currency`; null when the cell says "Miễn phí" or nothing. */
export interface Charge {
  readonly amount: number | null;
  readonly currency: string;
  /** "Miễn phí", "10,000 Việt Nam Đồng"; empty when the page has none. */
  readonly shown: string;
  readonly note: string;
}

export interface PaperGroup {
  readonly title: string;
  readonly papers: readonly Paper[];
}

export interface Paper {
  readonly name: string;
  /** File names of the forms to fill in. */
  readonly forms: readonly string[];
  readonly originals: number;
  readonly copies: number;
}

export interface PortalLaw {
  readonly number: string;
  readonly title: string;
}

/** A file that was not imported, and why, in a sentence for the officer. */
export interface ImportProblem {
  readonly file: string;
  readonly code: "not-json" | "unknown-form" | "wrong-procedure" | "repeated-code" | "unreadable";
  readonly message: string;
}
