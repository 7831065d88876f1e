import { codeIn } from "../answer/codes.ts";
import { contentOf } from "../answer/content.ts";
import { askedFacets } from "../asked.ts";
import { Phrases } from "../phrases.ts";

/** One thing that a message asks, and what it tells around it. */
export interface Piece {
  readonly text: string;
  /** What was told before and after without asking anything; empty when nothing. */
  readonly context: string;
}

const ABBREVIATED = String.raw`(?<!(?:^|\s)(?:tp|p|q|tt|bs|ths|gs|ts|kp|st|vd|nđ|qđ))`;
const END = new RegExp(
  String.raw`(?<=[?!…])\s+|${ABBREVIATED}(?<!\d)\.+\s+|(?<=\d{3,})\.\s+|[\n;]+|(?:^|\s)(?:\d{1,2}[.)]|[-•*–])\s+|[,.]\s*(?=(?:còn|ngoài ra|bên cạnh đó|đồng thời|với lại|tiện (?:thể|đây)|thứ (?:hai|ba)|hỏi thêm)\s)|(?<=\p{L})\s+(?=và cho (?:tôi|em|mình|con|hỏi))`,
  "iu",
);

/** Wanting and asking, where no facet is named. */
const WANTS = Phrases.of(`
  muốn | cần | xin | định | =tính | nhờ | hướng dẫn | hỏi | được không | được hông | phải không | có phải | =chưa |
  thì sao | làm sao | ra sao | thế nào | bao nhiêu | ở đâu | có cần | cần gì | đúng không | hay không | không ạ |
  không em | không cán bộ | ko ạ | hông em | phải làm | làm được | theo ai | của ai | loại nào | cái nào | chỗ nào`);

/** The things that a message asks, in its order; the whole message when nothing in it asks. */
export function piecesOf(message: string): Piece[] {
  const pieces: { text: string; context: string[] }[] = [];
  let told: string[] = [];
  for (const sentence of sentencesOf(message)) {
    const last = pieces.at(-1);
    if (!asks(sentence)) {
      told.push(sentence);
    } else if (last && contentOf(sentence).length === 0) {
      last.context.push(...told);
      last.text = `${last.text} ${sentence}`;
      told = [];
    } else {
      pieces.push({ text: sentence, context: told });
      told = [];
    }
  }
  const last = pieces.at(-1);
  if (last === undefined) return told.length === 0 ? [] : [{ text: told.join(". "), context: "" }];
  last.context.push(...told);
  return pieces.map(({ text, context }) => ({ text, context: context.join(". ") }));
}

/** The parts of a question between its commas. */
export function clausesOf(text: string): string[] {
  return text
    .split(/[,;.?!\n]+(?=\s|$)/u)
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}/u.test(clause));
}

function sentencesOf(message: string): string[] {
  return message
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence) || codeIn(sentence) !== undefined);
}

function asks(sentence: string): boolean {
  return sentence.endsWith("?") || askedFacets(sentence).length > 0 || WANTS.any(sentence);
}
