import type { Paper, PaperGroup } from "./record.ts";
import { oneLine } from "./text.ts";

const HEADER = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/;
/** The cell "1 bản chính,1 bản sao"; also found inside sentences, which `quantities` leaves out. */
const QUANTITY = /(\d+)\s?bản chính(?:,\s?(\d+)\s?bản sao)?|(\d+)\s?bản sao/g;
const FORM = /\.(?:docx?|xlsx?|pdf|rtf|zip|rar|jpe?g|png|pptx?)$/i;

/** Splits the glued tables of papers: a title before each table's header, a quantity behind each paper. */
export function splitPapers(text: string): PaperGroup[] {
  const [first = "", ...tables] = text.split(HEADER);
  if (tables.length === 0) {
    const name = oneLine(first);
    return name === "" ? [] : [{ title: "", papers: [{ name, forms: [], originals: 0, copies: 0 }] }];
  }
  let title = first;
  return tables.map((table, index) => {
    const papers: Paper[] = [];
    let start = 0;
    for (const cell of quantities(table)) {
      papers.push({ ...named(table.slice(start, cell.start)), originals: cell.originals, copies: cell.copies });
      start = cell.end;
    }
    const rest = oneLine(table.slice(start));
    if (index === tables.length - 1 && rest !== "") papers.push({ ...named(rest), originals: 0, copies: 0 });
    const group = {
      title: oneLine(title).replace(/^[-+*•#\s]+/, ""),
      papers: papers.filter(({ name }) => name !== ""),
    };
    title = rest;
    return group;
  });
}

interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly originals: number;
  readonly copies: number;
}

/** The quantity cells: glued to the name before them, or at least to the row behind them. */
function quantities(table: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of table.matchAll(QUANTITY)) {
    const end = match.index + match[0].length;
    const before = table[match.index - 1] ?? "";
    const digits = match[1] ?? match[3] ?? "";
    const sentence = /^([;,)/:]|\.(?!\.)|\s\p{Ll})/u.test(table.slice(end, end + 2)) || before === "(";
    const written = /\s/.test(before) && (/^0\d$/.test(digits) || /^\s/.test(table.slice(end)));
    if (sentence || written) continue;
    const count = ownDigits(digits, before);
    found.push({
      start: match.index + digits.length - count.length,
      end,
      originals: match[1] === undefined ? 0 : Number(count),
      copies: Number(match[1] === undefined ? count : (match[2] ?? 0)),
    });
  }
  return found;
}

/** The digits of the cell alone, when the name before it ends in digits of its own ("Mẫu số 18" + "1"). */
function ownDigits(digits: string, before: string): string {
  const whole = digits.length === 1 || (digits.length === 2 && !/^0|^$/.test(digits) && /[^\s/.\d]/.test(before));
  return whole ? digits : digits.slice(-1);
}

function named(text: string): { name: string; forms: string[] } {
  const { name, forms } = splitForms(oneLine(text));
  return { name: name.replace(/^[-+*•]\s*/, ""), forms };
}

/** Takes the file names of forms from the end of a paper's name. */
function splitForms(text: string): { name: string; forms: string[] } {
  const forms: string[] = [];
  let name = text;
  for (let match = FORM.exec(name); match; match = FORM.exec(name)) {
    const stem = name.slice(0, match.index);
    const start = startOfFileName(stem);
    if (start === 0) break;
    forms.unshift(`${stem.slice(start)}${match[0]}`.trim());
    name = name.slice(0, start).trim();
  }
  return { name, forms };
}

/** A file name begins where a capital letter follows a small one or a mark with nothing between, or behind another file. */
function startOfFileName(stem: string): number {
  const glue = /(?<=[\p{Ll}\d;:)"”]|\.(?:docx?|xlsx?|pdf))(?=\p{Lu})|(?<=\.)(?=\p{Lu}\p{L}*\s)|(?<=[;)])(?=\p{Ll})/giu;
  let start = 0;
  for (const match of stem.matchAll(new RegExp(glue.source, "gu"))) start = match.index;
  return start;
}
