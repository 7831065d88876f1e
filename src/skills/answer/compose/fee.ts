import { covers, type Fee } from "../../../core/procedure.ts";
import { groupThousands, vietnameseDay } from "../../../text/numbers.ts";
import { fill } from "../../words.ts";
import type { Composing, FacetComposer } from "./context.ts";
import { FRONT, type Line, own, sectionLines } from "./line.ts";

/** The fees in force today, each with its condition and its last day. */
export const feeLines: FacetComposer = (procedure, composing) => {
  const fees = feesToday(procedure.fees, composing);
  const lines = fees.length > 0 ? fees : [own(composing.words.feeMissing)];
  return [...lines, ...sectionLines(procedure, "fee")];
};

/** One line per fee in force. */
export function feesToday(fees: readonly Fee[], { today, words }: Composing): Line[] {
  return fees
    .filter((fee) => covers(fee, today))
    .map((fee) => {
      const amount = amountOf(fee, words);
      const limits = limitsOf(fee, words);
      const text = `• ${fee.when}: ${amount}${limits === "" ? "" : ` (${limits})`}`;
      return { text, heading: FRONT.fee, quote: quoteOf(fee), ...(fee.law !== undefined && { law: fee.law }) };
    });
}

/** The fields of a fee as they stand in the file. */
function quoteOf({ when, amount, unit, condition, to, note, law }: Fee): string {
  const money = amount === null ? undefined : `${groupThousands(amount)} ${unit ?? "đồng"}`;
  const last = to === undefined ? undefined : vietnameseDay(to);
  return [when, money, condition, last, note, law].filter((part) => part !== undefined).join(" · ");
}

function amountOf({ amount, unit }: Fee, words: Composing["words"]): string {
  if (amount === null) return words.unknown;
  return amount === 0 ? words.free : `${groupThousands(amount)} ${unit ?? "đồng"}`;
}

function limitsOf({ condition, to, note, law }: Fee, words: Composing["words"]): string {
  return [
    condition === undefined ? "" : fill(words.condition, { condition }),
    to === undefined ? "" : fill(words.until, { day: vietnameseDay(to) }),
    note ?? "",
    law === undefined ? "" : fill(words.byLaw, { law }),
  ]
    .filter((part) => part !== "")
    .join("; ");
}
