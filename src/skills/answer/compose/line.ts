import type { Source } from "../../../core/conversation.ts";
import { HEADINGS, type Procedure, type Section } from "../../../core/procedure.ts";
import { plain } from "./plain.ts";

/** A line of an answer, and the words of a file that it stands on. */
export interface Line {
  readonly text: string;
  /** Where the words stand: a `##` heading, or the name of a list in the front matter. Empty for the bot's own words. */
  readonly heading: string;
  /** Word for word from the file; empty when the line states no fact. */
  readonly quote: string;
  /** The file when it is not the procedure's own. */
  readonly file?: string;
  /** Numbers of the laws that this very line follows. */
  readonly law?: string;
}

/** A line in the bot's own words, which states no fact. */
export function own(text: string): Line {
  return { text, heading: "", quote: "" };
}

/** Where the facts of the front matter are said to stand. */
export const FRONT = {
  about: "Đầu tệp",
  time: HEADINGS.time,
  fee: HEADINGS.fee,
  who: HEADINGS.who,
  agency: HEADINGS.where,
  online: "Nộp trên mạng",
  result: "Kết quả",
  law: "Căn cứ pháp lý",
  cases: "Giấy tờ theo trường hợp",
  uncertain: "Điều chưa chắc",
} as const;

/** The lines of a section of the body, without blank ones, each its own quote. */
export function sectionLines(procedure: Procedure, section: Section): Line[] {
  return (procedure.sections[section] ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: plain(line), heading: HEADINGS[section], quote: line.trim() }));
}

/** The sources under some lines: neighbouring lines of one heading are one quote. */
export function sourcesOf({ code, file }: Procedure, lines: readonly Line[]): Source[] {
  const sources = new Map<string, Source>();
  for (const line of lines) {
    if (line.quote === "") continue;
    const place = line.file ?? file;
    const key = `${place} ${line.heading}`;
    const before = sources.get(key);
    const quote = before ? `${before.quote}\n${line.quote}` : line.quote;
    sources.set(key, { code: line.file === undefined ? code : "", file: place, heading: line.heading, quote });
  }
  return [...sources.values()];
}
