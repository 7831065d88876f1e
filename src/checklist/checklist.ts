import type { Holidays, Office } from "../core/knowledge.ts";
import { covers, type Day, type Fee, type Procedure, type Section, type TimeLimit } from "../core/procedure.ts";
import { groupThousands, vietnameseDay } from "../text/numbers.ts";
import { plain } from "../text/plain.ts";
import { lastDay, readStretch } from "../text/working-days.ts";
import { type ChecklistWords, filled } from "./words.ts";

/** A line of a list: something to tick, or to read. */
export interface Item {
  readonly kind: "tick" | "text";
  readonly text: string;
}

/** What one person has to bring, pay and know, ready to be laid out. */
export interface Checklist {
  readonly code: string;
  readonly name: string;
  /** Labels of the answers given. */
  readonly labels: readonly string[];
  readonly parts: readonly { readonly title: string; readonly items: readonly Item[] }[];
  readonly source: string;
}

export interface ChecklistOptions {
  readonly today: Day;
  readonly words: ChecklistWords;
  readonly holidays?: Holidays | undefined;
  /** Where this procedure can be handed in. */
  readonly offices?: readonly Office[];
}

/** Whether every case question is answered with one of its options. */
export function answersFit({ cases }: Procedure, answers: readonly number[]): boolean {
  return answers.length === cases.length && cases.every(({ options }, i) => options[answers[i] ?? -1] !== undefined);
}

/** The checklist of a person who answered the case questions so (option indexes; `answersFit`). */
export function checklistOf(procedure: Procedure, answers: readonly number[], options: ChecklistOptions): Checklist {
  const { words, offices = [] } = options;
  const chosen = procedure.cases.flatMap(({ options: all }, i) => all[answers[i] ?? -1] ?? []);
  const missing = (items: readonly Item[]) => (items.length > 0 ? items : [read(words.missing)]);
  const papers = [
    ...section(procedure, "papers", "tick"),
    ...chosen.flatMap(({ label, papers, note }) => [
      ...papers.map((paper): Item => ({ kind: "tick", text: plain(paper) })),
      ...(note === undefined ? [] : [read(`${label}: ${note}`)]),
    ]),
  ];
  const fees = procedure.fees.filter((fee) => covers(fee, options.today)).map((fee) => read(feeText(fee, words)));
  const where = section(procedure, "where");
  const places = [...(where.length > 0 ? where : [read(procedure.agency)]), ...offices.map(officeItem)];
  const doubts = procedure.uncertain.map(({ text }) => read(text));
  if (procedure.origin === "imported" || procedure.confidence === "low") doubts.push(read(words.unchecked));
  return {
    code: procedure.code,
    name: procedure.name,
    labels: chosen.map(({ label }) => label),
    parts: [
      { title: words.papers, items: missing(papers) },
      { title: words.fee, items: missing([...fees, ...section(procedure, "fee")]) },
      { title: words.time, items: missing([...times(procedure, options), ...section(procedure, "time")]) },
      { title: words.where, items: places },
      ...(doubts.length > 0 ? [{ title: words.uncertain, items: doubts }] : []),
    ],
    source: sourceOf(procedure, options),
  };
}

function read(text: string): Item {
  return { kind: "text", text };
}

/** The lines of a section; list items of the first level are ticked, where there is something to tick. */
function section({ sections }: Procedure, name: Section, kind: Item["kind"] = "text"): Item[] {
  return (sections[name] ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const text = plain(line);
      return { kind: /^(?:• |\d+[.)] )/.test(text) ? kind : "text", text: text.replace(/^• /, "") };
    });
}

function feeText({ when, amount, unit, condition, to, note, law }: Fee, words: ChecklistWords): string {
  const money = amount === 0 ? words.free : `${groupThousands(amount ?? 0)} ${unit ?? "đồng"}`;
  const until = to === undefined ? undefined : filled(words.until, { day: vietnameseDay(to) });
  const limits = [condition, until, note, law].filter((part) => part !== undefined).join("; ");
  return `${when}: ${amount === null ? words.unknown : money}${limits === "" ? "" : ` (${limits})`}`;
}

/** A time that runs from something other than handing in the dossier has no last day that could be worked out today. */
const OTHER_START = /kể từ|từ khi|từ ngày|từ lúc|sau khi|sau ngày/iu;

function times({ time }: Procedure, { today, holidays, words }: ChecklistOptions): Item[] {
  const ends = time.map(({ value, note, when }) => {
    const stretch = OTHER_START.test(`${when} ${note ?? ""}`) ? undefined : readStretch(value ?? "");
    return stretch && holidays && lastDay(today, stretch, holidays);
  });
  const items = time.map((limit, i) => {
    const end = ends[i];
    const due = end && filled(words.due, { today: vietnameseDay(today), day: withWeekday(end.day) });
    return read(due === undefined ? timeText(limit, words) : `${timeText(limit, words)} – ${due}`);
  });
  if (ends.some((end) => end)) items.push(read(words.planned));
  if (ends.some((end) => end?.calendar === "undecided")) items.push(read(words.undecided));
  return items;
}

function timeText({ when, value, note }: TimeLimit, words: ChecklistWords): string {
  return `${when}: ${value ?? words.unknown}${note === undefined ? "" : ` (${note})`}`;
}

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

function withWeekday(day: Day): string {
  return `${WEEKDAYS[new Date(day).getUTCDay()]} ${vietnameseDay(day)}`;
}

function officeItem({ name, address, hours, phone }: Office): Item {
  return read([name, address, hours, phone].filter((fact) => fact !== undefined).join(" · "));
}

function sourceOf({ file, legalBasis, verified }: Procedure, { today, words }: ChecklistOptions): string {
  const laws = legalBasis.filter((law) => covers(law, today)).map(({ number }) => number);
  return filled(words.source, { file, laws: laws.slice(0, 3).join(", "), day: vietnameseDay(verified) }).replace(
    "·  · ",
    "· ",
  );
}
