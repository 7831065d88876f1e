import type { DossierState } from "../core/one-stop.ts";

/**
 * States by the words in their names, folded; the first that fits. Numbers differ from system to system, names hardly.
 * Names seen in public code of iGate and CGATE: Mới đăng ký, Chờ tiếp nhận, Đang xử lý, Thụ lý hồ sơ, Chờ bổ sung, Yêu cầu
 * bổ sung giấy tờ, Chờ nộp tiền, Yêu cầu thanh toán, Tạm dừng, Dừng xử lý, Có kết quả, Đã xử lý, Đã trả kết quả, Đã rút
 * không nộp, Đã từ chối xử lý. What is paid ("Đã thanh toán") or deleted may be in any state, so it is none of these.
 */
const NAMES: readonly (readonly [RegExp, DossierState])[] = [
  [/\b(?:tu choi|khong (?:duoc )?tiep nhan|khong du dieu kien)\b/, "rejected"],
  [/\brut\b/, "withdrawn"],
  [/\bda bo sung\b/, "processing"],
  [/\bbo sung\b/, "needs_documents"],
  [
    /\b(?:cho|yeu cau|chua) (?:\w+ )*?(?:thanh toan|nop (?:tien|phi|le phi)|dong (?:tien|phi|le phi)|nghia vu tai chinh)\b/,
    "needs_payment",
  ],
  [/\b(?:tam dung|dung (?:xu ly|giai quyet|thu ly))\b/, "stopped"],
  [/\bchua (?:tra|co) ket qua\b/, "processing"],
  [/\b(?:cho|san sang) (?:tra|nhan)\b/, "result_ready"],
  [/\b(?:da|hoan thanh) (?:tra|nhan)(?: ket qua)?\b/, "returned"],
  [
    /\b(?:co ket qua|(?:da|hoan thanh) (?:xu ly|giai quyet)|(?:xu ly|giai quyet) xong|da (?:xong|hoan thanh))\b/,
    "result_ready",
  ],
  [/\b(?:moi (?:dang ky|nop|tao)|(?:cho|chua) (?:\w+ )?tiep nhan)\b/, "submitted"],
  [/\b(?:duoc|da) tiep nhan\b/, "accepted"],
  [/\b(?:(?:dang|cho) (?:xu ly|giai quyet|tham dinh|phe duyet|ky|xac minh)|thu ly|trinh ky)\b/, "processing"],
];

/** The state that a system's name for it means; `unknown` when it can be none or several of them. */
export function stateOf(name: string | undefined): DossierState {
  const folded = fold(name ?? "");
  return NAMES.find(([words]) => words.test(folded))?.[1] ?? "unknown";
}

/** The first name that tells a state, with the state; else the first name there is. */
export function firstState(names: readonly (string | undefined)[]): {
  readonly state: DossierState;
  readonly stateName?: string;
} {
  const given = names.filter((name) => name !== undefined);
  const stateName = given.find((name) => stateOf(name) !== "unknown") ?? given[0];
  return stateName === undefined ? { state: "unknown" } : { state: stateOf(stateName), stateName };
}

/** TrangThaiHoSo of the National Portal (OpenCPS, `DVCQGIntegrationActionImpl.java`): 1–10. */
const NUMBERED: readonly DossierState[] = [
  "submitted",
  "accepted",
  "rejected",
  "processing",
  "needs_documents",
  "needs_payment",
  "withdrawn",
  "stopped",
  "result_ready",
  "returned",
];

/** The state of a TrangThaiHoSo, given as its number or as a name. */
export function numberedState(value: string | undefined): ReturnType<typeof firstState> {
  if (value === undefined || !/^\d+$/.test(value)) return firstState([value]);
  return { state: NUMBERED[Number(value) - 1] ?? "unknown" };
}

function fold(text: string): string {
  const bare = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return bare.replaceAll("đ", "d").replace(/\s+/g, " ");
}
