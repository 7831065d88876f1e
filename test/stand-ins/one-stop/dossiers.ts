import { DOSSIER_STATES, type DossierState } from "../../../src/core/one-stop.ts";

/** A dossier as a one-stop system holds it. All invented. */
export interface HeldDossier {
  readonly code: string;
  readonly state: DossierState;
  /** What the system calls the state. */
  readonly stateName: string;
  readonly procedure: string;
  readonly office: string;
  readonly applicant: string;
  readonly address: string;
  readonly phone: string;
  readonly identity: string;
  readonly submittedAt: Date;
  readonly dueAt?: Date | undefined;
  readonly completedAt?: Date | undefined;
  /** How names are written, where the system has several ways. */
  readonly names: "array" | "object" | "text";
  readonly offset: "+0700" | "+0000";
}

/** The names of the National Portal's list (OpenCPS, DVCQGIntegrationActionTerm.java), and one that no list has. */
export const STATE_NAMES: Readonly<Record<DossierState, string>> = {
  submitted: "Mới đăng ký",
  accepted: "Được tiếp nhận",
  rejected: "Không được tiếp nhận",
  processing: "Đang xử lý",
  needs_documents: "Yêu cầu bổ sung giấy tờ",
  needs_payment: "Yêu cầu thực hiện nghĩa vụ tài chính",
  withdrawn: "Công dân yêu cầu rút hồ sơ",
  stopped: "Dừng xử lý",
  result_ready: "Đã xử lý xong",
  returned: "Đã trả kết quả",
  unknown: "Chuyển khâu 7B",
};

const PROCEDURES = ["Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký thường trú", "Chứng thực bản sao từ bản chính"];
const PLACES = ["Trung tâm Phục vụ hành chính công xã Thới Bình", "Trung tâm Phục vụ hành chính công phường Tân Thành"];
const FAMILIES = ["NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HUỲNH"];
const GIVEN = ["VĂN ẢO", "THỊ GIẢ", "MINH MẪU", "HỒNG BỊA", "QUỐC THỬ"];
const NAME_FORMS = ["array", "object", "text"] as const;
const DAY = 86_400_000;
const FINISHED: ReadonlySet<DossierState> = new Set(["result_ready", "returned", "rejected", "withdrawn", "stopped"]);

/** The codes of the dossiers that every stand-in holds, by what is special about them. */
export const CODES = {
  ...(Object.fromEntries(
    DOSSIER_STATES.map((state, i) => [state, `000.00.01.H12-261116-${String(i + 1).padStart(4, "0")}`]),
  ) as Record<DossierState, string>),
  overdue: "000.00.01.H12-261102-0012",
  no_appointment: "H12.132-261116-0013",
  late_result: "H04.01-261102-0014",
} as const;

/**
 * One dossier in each state, one overdue, one without an appointment, one whose result came late, and `more` others.
 * @param random 0 ≤ x < 1, seeded
 */
export function inventDossiers(now: Date, random: () => number, more: number): Map<string, HeldDossier> {
  const day = (days: number) => new Date(now.getTime() + days * DAY);
  const made = DOSSIER_STATES.map((state, i) => invent(CODES[state], state, i, random, now));
  const overdue = { ...invent(CODES.overdue, "processing", 11, random, now), submittedAt: day(-22), dueAt: day(-6) };
  const open = { ...invent(CODES.no_appointment, "accepted", 12, random, now), dueAt: undefined };
  const late = {
    ...invent(CODES.late_result, "returned", 13, random, now),
    submittedAt: day(-22),
    dueAt: day(-15),
    completedAt: day(-11),
  };
  const others = Array.from({ length: more }, (_, i) => {
    const state = DOSSIER_STATES[Math.floor(random() * 10)] as DossierState;
    return invent(`000.00.02.H12-261120-${String(i).padStart(5, "0")}`, state, i, random, now);
  });
  return new Map([...made, overdue, open, late, ...others].map((one) => [one.code, one]));
}

function invent(code: string, state: DossierState, i: number, random: () => number, now: Date): HeldDossier {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  return {
    code,
    state,
    stateName: STATE_NAMES[state],
    procedure: pick(PROCEDURES),
    office: pick(PLACES),
    applicant: `${pick(FAMILIES)} ${pick(GIVEN)}`,
    address: `ấp ${1 + Math.floor(random() * 12)}, xã Không Có`,
    // No number in use begins so: mobile numbers have 03, 05, 07, 08 or 09 in front.
    phone: `010${digits(6)}${1 + (i % 9)}`,
    identity: `000${digits(8)}${1 + (i % 9)}`,
    submittedAt: new Date(now.getTime() - 8 * DAY),
    dueAt: new Date(now.getTime() + 3 * DAY),
    completedAt: FINISHED.has(state) ? new Date(now.getTime() - DAY) : undefined,
    names: NAME_FORMS[i % 3] as HeldDossier["names"],
    offset: i % 2 === 0 ? "+0700" : "+0000",
  };
}
