import type { Fee, TimeLimit } from "../../core/procedure.ts";
import type { Charge, Method, MethodKind } from "./record.ts";

const WAY: Readonly<Record<MethodKind, string>> = { online: "trực tuyến", post: "qua bưu chính", direct: "trực tiếp" };
/** Below this many đồng a portal amount is a slip ("5 VNĐ"), not a fee. */
const LEAST = 1000;

/** The time limits of the methods; equal ones are told once. A number without unit is unknown. */
export function timeLimits(methods: readonly Method[]): TimeLimit[] {
  const limits = grouped(
    methods.map(({ kind, time }) => ({ kind, item: time })),
    (time) => time,
  );
  if (limits.length === 0)
    return [{ when: "Mọi cách nộp", value: null, note: "Trang Cổng chưa ghi thời hạn; anh/chị hỏi lại quầy." }];
  return limits.map(({ kinds, item }) => ({ when: whenSent(kinds, methods), ...timeLimit(item) }));
}

function timeLimit(shown: string): Omit<TimeLimit, "when"> {
  if (shown === "") return { value: null, note: "Trang Cổng chưa ghi thời hạn; anh/chị hỏi lại quầy." };
  if (/^0*[1-9][\d.,]* \p{L}|^\p{L}/u.test(shown))
    return { value: shown.charAt(0).toLowerCase() + shown.slice(1).toLowerCase() };
  return { value: null, note: `Trang Cổng chỉ ghi "${shown}", không ghi đơn vị; anh/chị hỏi lại quầy.` };
}

/**
 * The fees of the methods; equal ones are told once. The portal's "Miễn phí" is never trusted: the cell also stands where
 * the note beside it names an amount.
 */
export function fees(methods: readonly Method[]): Fee[] {
  const charges = methods.flatMap(({ kind, charges }) => charges.map((item) => ({ kind, item })));
  const each = grouped(charges, (charge) => JSON.stringify(charge));
  if (each.length === 0) return [{ when: "Mọi cách nộp", amount: null, note: UNKNOWN }];
  return each.map(({ kinds, item }) => ({ when: whenSent(kinds, methods), ...fee(item) }));
}

const UNKNOWN = "Trang Cổng chưa ghi mức thu; anh/chị hỏi lại quầy trước khi nộp.";

function fee({ amount, currency, shown, note }: Charge): Omit<Fee, "when"> {
  const detail = note === "" ? "" : ` Ghi chú trên Cổng: ${note}`;
  if (shown === "") return { amount: null, note: `${UNKNOWN}${detail}` };
  if (amount === null)
    return {
      amount: null,
      note: `Trang Cổng ghi "${shown}" nhưng ô này hay sai; anh/chị hỏi lại quầy trước khi nộp.${detail}`,
    };
  if (currency !== "VND" || amount < LEAST || !Number.isInteger(amount))
    return { amount: null, note: `Trang Cổng ghi "${shown}"; anh/chị hỏi lại quầy trước khi nộp.${detail}` };
  const unit = /^\/[\p{L} ]{1,30}$/u.exec(note)?.[0];
  return { amount, ...(unit && { unit: `đồng${unit}` }), note: `Theo trang Cổng: ${shown}.${detail}` };
}

/** Equal items once, each with the methods that have it, in the order of their first. */
function grouped<T>(
  rows: readonly { kind: MethodKind; item: T }[],
  key: (item: T) => string,
): { kinds: Set<MethodKind>; item: T }[] {
  const groups = new Map<string, { kinds: Set<MethodKind>; item: T }>();
  for (const { kind, item } of rows) {
    const group = groups.get(key(item)) ?? { kinds: new Set(), item };
    groups.set(key(item), group);
    group.kinds.add(kind);
  }
  return [...groups.values()];
}

function whenSent(kinds: ReadonlySet<MethodKind>, methods: readonly Method[]): string {
  const all = new Set(methods.map(({ kind }) => kind));
  if (kinds.size === all.size && all.size > 1) return "Mọi cách nộp";
  return `Nộp ${[...kinds].map((kind) => WAY[kind]).join(", ")}`;
}
