import type { Charge, Method, MethodKind } from "./record.ts";
import { oneLine } from "./text.ts";

const HEADER = "Hình thức nộpThời gianPhí, lệ phíMô tả";
const KINDS: Readonly<Record<string, MethodKind>> = {
  "Trực tuyến": "online",
  "Trực tiếp": "direct",
  "Dịch vụ bưu chính": "post",
};
const KIND = "Trực tuyến|Trực tiếp|Dịch vụ bưu chính";
const TIME = "\\d[\\d.,]* ?(?:Ngày làm việc|Ngày|Giờ|Tháng|Tuần|Năm)?|Không[^\\d(]{0,60}?";
const MONEY = "\\d[\\d.,]* (?:Việt Nam Đồng|VNĐ|VND|USD|EUR)";
const ROW = new RegExp(`(${KIND})(${TIME})(?=Miễn phí|Không có thông tin|${MONEY})`, "g");
const CHARGE = new RegExp(`Miễn phí|Không có thông tin|${MONEY}`, "y");

/** Splits the glued table of submission methods into its rows, in their order. */
export function splitMethods(table: string): Method[] {
  const text = table.startsWith(HEADER) ? table.slice(HEADER.length) : table;
  const rows = [...text.matchAll(ROW)];
  const methods = rows.map((row, index) => {
    const rest = text.slice(row.index + row[0].length, rows[index + 1]?.index);
    const { charges, end } = readCharges(rest);
    const time = oneLine(row[2] ?? "");
    return { kind: kindOf(row[1]), time, charges, description: oneLine(rest.slice(end)) };
  });
  const before = text.slice(0, rows[0]?.index);
  const lead = new RegExp(`^(${KIND})`).exec(before);
  if (lead)
    methods.unshift({
      kind: kindOf(lead[1]),
      time: "",
      charges: [],
      description: oneLine(before.slice(lead[0].length)),
    });
  return methods;
}

function kindOf(word: string | undefined): MethodKind {
  return KINDS[word ?? ""] ?? "direct";
}

/** Reads the fees with which a row goes on, each with its note in brackets, and where they end. */
function readCharges(text: string): { charges: Charge[]; end: number } {
  const charges: Charge[] = [];
  let end = 0;
  for (;;) {
    CHARGE.lastIndex = end;
    const match = CHARGE.exec(text);
    if (!match || (charges.length > 0 && match[0] === "Không có thông tin")) return { charges, end };
    const close = closingBracket(text, CHARGE.lastIndex);
    charges.push(charge(match[0], oneLine(bracketed(text.slice(CHARGE.lastIndex, close)))));
    end = close;
  }
}

function charge(shown: string, note: string): Charge {
  const [, digits = "", currency = ""] = /^([\d.,]+) (.+)$/.exec(shown) ?? [];
  const amount = digits === "" ? null : Number(digits.replaceAll(",", ""));
  return {
    amount: Number.isFinite(amount) ? amount : null,
    currency: /^(Việt Nam Đồng|VN[ĐD])$/.test(currency) ? "VND" : currency,
    shown: shown === "Không có thông tin" ? "" : shown,
    note: note.replace(/^\((.*)\)$/, "$1"),
  };
}

/** What stands inside brackets, the closing one of which may be missing. */
function bracketed(text: string): string {
  return text.replace(/^\(/, "").replace(/\)$/, "");
}

/** Index behind the bracket that closes the one at `start`; the end when it never closes; `start` when none opens. */
function closingBracket(text: string, start: number): number {
  if (text[start] !== "(") return start;
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === "(") depth++;
    else if (text[index] === ")" && --depth === 0) return index + 1;
  }
  return text.length;
}
