import { join } from "node:path";
import type { Inbound, Session, Turn } from "../../src/core/conversation.ts";
import type { Snapshot } from "../../src/core/knowledge.ts";
import type { Procedure } from "../../src/core/procedure.ts";
import type { Hit, Ranking, Search, Verdict } from "../../src/core/search.ts";
import { loadWords } from "../../src/skills/words.ts";

export const TODAY = "2026-11-24";
export const words = await loadWords(join(import.meta.dirname, "../../prompts/vi.yaml"));

/** A procedure with as little in it as the format allows. */
export function procedureOf(given: Partial<Procedure> & { code: string; name: string }): Procedure {
  return {
    aliases: [],
    domain: "Hộ tịch",
    level: ["xã"],
    agency: "Uỷ ban nhân dân cấp xã",
    who: "Mọi công dân",
    online: "unknown",
    time: [{ when: "Mọi trường hợp", value: "5 ngày làm việc" }],
    fees: [{ when: "Mọi trường hợp", amount: 8000, unit: "đồng/bản", law: "281/2016/TT-BTC" }],
    result: "Giấy xác nhận",
    legalBasis: [{ number: "60/2014/QH13", title: "Luật Hộ tịch" }],
    effective: {},
    verified: TODAY,
    confidence: "high",
    origin: "curated",
    sources: [{ title: "Cổng Dịch vụ công quốc gia" }],
    replaces: [],
    related: [],
    cases: [],
    uncertain: [],
    sections: { papers: "- Tờ khai", steps: "1. Nộp hồ sơ.\n2. Nhận kết quả.", where: "- Trung tâm hành chính công." },
    questions: [],
    file: `procedures/ho-tich/${given.code}.md`,
    ...given,
  };
}

/** Birth: with cases, a look-alike, a doubt and a question of its own. */
export const birth = procedureOf({
  code: "1.001193",
  name: "Đăng ký khai sinh",
  aliases: ["làm giấy khai sinh cho con"],
  who: "Cha hoặc mẹ của bé",
  online: "full",
  portalUrl: "https://dichvucong.gov.vn/thu-tuc/1",
  time: [
    { when: "Nộp trước 15 giờ", value: "trong ngày làm việc" },
    { when: "Phải xác minh", value: "thêm tối đa 3 ngày làm việc" },
  ],
  fees: [
    { when: "Đúng hạn 60 ngày", amount: 0, law: "60/2014/QH13" },
    { when: "Trễ hạn", amount: null, note: "tỉnh quy định, hỏi lại quầy" },
    { when: "Bản sao", amount: 8000, unit: "đồng/bản", law: "281/2016/TT-BTC" },
  ],
  legalBasis: [
    { number: "60/2014/QH13", title: "Luật Hộ tịch", to: "2027-02-28" },
    { number: "158/2005/NĐ-CP", title: "Nghị định cũ", to: "2015-12-31" },
  ],
  related: [{ code: "1.004884", ask: "Trước đây đã làm khai sinh lần nào chưa?", choose: "đã làm mà mất bản chính" }],
  cases: [
    {
      ask: "Bé có giấy chứng sinh không?",
      options: [
        { label: "Có giấy chứng sinh", papers: ["Giấy chứng sinh"] },
        { label: "Không có giấy chứng sinh", papers: ["Văn bản của 2 người làm chứng"], note: "hoặc giấy cam đoan" },
        { label: "Bé bị bỏ rơi", papers: ["Biên bản bỏ rơi"] },
      ],
    },
    {
      ask: "Anh/chị tự đi hay nhờ người khác?",
      options: [
        { label: "Tự đi", papers: [] },
        { label: "Nhờ người khác", papers: ["Giấy uỷ quyền có chứng thực"] },
      ],
    },
  ],
  uncertain: [{ about: "fee", text: "Mức trễ hạn của Cà Mau chưa tìm thấy." }],
  sections: {
    papers: "- Tờ khai đăng ký khai sinh\n- Giấy tờ tuỳ thân",
    steps: "1. Nộp hồ sơ.\n2. Nhận giấy khai sinh.",
    where: "- Đến Trung tâm Phục vụ hành chính công.\n- Trên mạng: Cổng Dịch vụ công quốc gia.",
    notes: "- Đi khai sinh trong 60 ngày.",
  },
  questions: [{ ask: "Quên đi khai sinh thì sao?", answer: "Vẫn làm được, giấy tờ như nhau." }],
});

/** Birth again, its look-alike. */
export const again = procedureOf({ code: "1.004884", name: "Đăng ký lại khai sinh" });
/** Marriage: no cases. */
export const marriage = procedureOf({ code: "1.000894", name: "Đăng ký kết hôn" });
/** An identity card, which took over an old code that still has its file. */
export const card = procedureOf({
  code: "1.116410",
  name: "Cấp thẻ căn cước",
  replaces: [{ code: "1.014061", from: "2026-08-17" }, { code: "1.014062" }],
});
export const oldCard = procedureOf({
  code: "1.014061",
  name: "Cấp thẻ căn cước (mã cũ)",
  effective: { to: "2026-08-16" },
});

export function snapshotOf(
  procedures: readonly Procedure[] = [birth, again, marriage, card, oldCard],
  more: Partial<Snapshot> = {},
): Snapshot {
  return {
    procedures: new Map(procedures.map((one) => [one.code, one])),
    everyday: new Map(),
    glossary: { words: [], abbreviations: new Map() },
    offices: [],
    faq: [],
    guides: new Map(),
    faults: [],
    version: "1",
    ...more,
  };
}

/** A search that always finds the same. */
export function finding(procedures: readonly Procedure[], verdict: Verdict, more: Partial<Ranking> = {}): Search {
  const hits = procedures.map((procedure, i): Hit => ({ procedure, score: 10 - i, confidence: 1 / (i + 2), why: [] }));
  return {
    find: (text, { limit = 10 }) => ({ hits: hits.slice(0, limit), verdict, understood: text.toLowerCase(), ...more }),
  };
}

export interface Given {
  readonly session?: Session;
  readonly knowledge?: Snapshot;
  readonly search?: Search;
  readonly today?: string;
  readonly role?: Turn["role"];
}

export function inboundOf(text: string, at = "2026-11-24T08:00:00Z"): Inbound {
  return { id: "1", channel: "console", person: "p", text, at: new Date(at) };
}

export function turnOf(text: string, given: Given = {}): Turn {
  const {
    session = {},
    knowledge = snapshotOf(),
    search = finding([birth], "sure"),
    today = TODAY,
    role = "citizen",
  } = given;
  return { inbound: inboundOf(text), text, session, knowledge, search, today, role };
}
