import type { Session } from "../../core/conversation.ts";
import { syllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";

/** What a text says once "không phải, ý tôi là …" is taken off. */
export interface Correction {
  /** What is meant instead; empty when the citizen only said no. */
  readonly text: string;
  /** Whether the procedure talked about was the wrong one. */
  readonly rejects: boolean;
  /** Whether words say so, or only the comma after a "không". */
  readonly by: "words" | "comma";
}

const WORDS = Phrases.by<"no" | "mean" | "link">({
  no: `
    không phải | hông phải | hổng phải | ko phải | k phải | không đúng | sai rồi | nhầm rồi | lộn rồi | sai | nhầm |
    hiểu sai rồi | hiểu nhầm rồi | hiểu lầm rồi | không phải vậy | không phải cái này | không phải thủ tục này`,
  mean: `
    ý tôi là | ý tui là | ý em là | ý mình là | ý con là | ý chị là | ý anh là | ý là | tôi muốn nói là`,
  link: `
    dạ | mà | mà là | vậy | cái này | cái đó | thủ tục này | này | em ơi | em | bạn | rồi | là | ạ | đâu`,
});

/** "Không, …": only with the comma is the first word a no. */
const NO_COMMA = /^\s*(không|khong|hông|hong|hổng|ko|k)\s*[,.;:!–-]\s*/iu;

/** Reads a correction. Undefined when the text is none, or when there is nothing yet to correct. */
export function readCorrection(text: string, { procedure, offered }: Session): Correction | undefined {
  if (procedure === undefined && offered === undefined) return undefined;
  const afterNo = text.replace(NO_COMMA, "");
  const typed = syllables(afterNo);
  const found = WORDS.find(typed);
  let end = 0;
  const said = new Set<string>();
  for (const one of found) {
    if (one.start !== end) break;
    end = one.end;
    said.add(one.value);
  }
  const rejects = afterNo !== text || said.has("no");
  if (!rejects && !said.has("mean")) return undefined;
  const rest = typed[end];
  const by = said.has("no") || said.has("mean") ? "words" : "comma";
  if (rest === undefined) return { text: "", rejects, by };
  // "không phải nộp gì thêm": without a pause or "ý tôi là" it says "need not", and corrects nothing.
  const pause = /[,.;:!–-]\s*$/u.test(afterNo.slice(0, rest.at));
  if (afterNo === text && !pause && !said.has("mean") && !said.has("link")) return undefined;
  return { text: afterNo.slice(rest.at), rejects, by };
}
