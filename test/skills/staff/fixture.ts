import type { Inbound, Session, Turn } from "../../../src/core/conversation.ts";
import type { Snapshot } from "../../../src/core/knowledge.ts";
import type { Hit, Ranking, Search, Verdict } from "../../../src/core/search.ts";
import type { Reading } from "../../../src/skills/answer/reading.ts";
import { askedFacets } from "../../../src/skills/asked.ts";
import {
  again,
  birth,
  card,
  finding,
  inboundOf,
  marriage,
  oldCard,
  procedureOf,
  snapshotOf,
  turnOf,
} from "../fixture.ts";

/** Residence: many laws, notes that answer odd questions, look-alikes with their questions. */
export const residence = procedureOf({
  code: "1.004222",
  name: "Đăng ký thường trú",
  aliases: ["nhập hộ khẩu"],
  legalBasis: Array.from({ length: 7 }, (_, i) => ({ number: `${i + 1}/2020/QH14`, title: `Luật thứ ${i + 1}` })),
  fees: [{ when: "Nộp tại quầy", amount: 20000, law: "6/2020/QH14" }],
  related: [
    { code: "1.001193", ask: "Bé đã có khai sinh chưa?", choose: "bé chưa có khai sinh" },
    { code: "1.000894", choose: "mới cưới" },
    { code: "9.999999", ask: "Không có tệp này?" },
  ],
  uncertain: [
    { about: "fee", text: "Mức phí có thể đổi." },
    { about: "law", text: "Luật mới sắp có." },
    { about: "papers", text: "Giấy chỗ ở tuỳ nơi." },
    { about: "general", text: "Mã có thể khác." },
  ],
  sections: {
    papers: "- Tờ khai thay đổi cư trú",
    steps: "1. Nộp hồ sơ.",
    where: "- Công an xã.",
    notes: "- Chủ nhà trọ không đồng ý thì không nhập được vào nhà trọ.",
  },
  questions: [{ ask: "Vợ mới cưới nhập về nhà chồng thì sao?", answer: "Có xác nhận quan hệ vợ chồng là được." }],
});

export const snapshot = snapshotOf([birth, again, marriage, card, oldCard, residence], {
  faq: [
    {
      id: "mat-bien-lai",
      ask: "Mất biên lai có lấy được kết quả không?",
      aliases: [],
      answer: "Vẫn lấy được.\nMang theo giấy tờ tuỳ thân.",
      sources: ["Nghị định 61/2018/NĐ-CP"],
      verified: "2026-11-20",
      file: "faq/mat-bien-lai.md",
    },
  ],
});

export interface Officer {
  readonly search?: Search;
  readonly session?: Session;
  readonly knowledge?: Snapshot;
  readonly inbound?: Partial<Inbound>;
}

/** What an officer says. */
export function officer(text: string, { inbound, ...given }: Officer = {}): Turn {
  const turn = turnOf(text, { knowledge: snapshot, role: "officer", ...given });
  return { ...turn, inbound: { ...inboundOf(text), ...inbound } };
}

/** A search that finds what it is told for words it knows, the first that fits, and nothing for others. */
export function knowing(...known: readonly (readonly [RegExp, Search])[]): Search {
  const nothing = finding([], "none");
  return { find: (text, options) => (known.find(([words]) => words.test(text))?.[1] ?? nothing).find(text, options) };
}

/** Hits with the given chances. */
export function hitsOf(...chances: readonly (readonly [Hit["procedure"], number])[]): Hit[] {
  return chances.map(([procedure, confidence], i) => ({ procedure, confidence, score: 10 - i, why: [] }));
}

/** A search whose hits have the given chances, whatever is asked. */
export function chancing(verdict: Verdict, ...chances: readonly (readonly [Hit["procedure"], number])[]): Search {
  const ranking = (text: string): Ranking => ({ hits: hitsOf(...chances), verdict, understood: text.toLowerCase() });
  return { find: (text) => ranking(text) };
}

export function readingOf(text: string, hits: readonly Hit[] = []): Reading {
  return { text, asked: askedFacets(text), topic: "own", ranking: { hits, verdict: "sure", understood: text } };
}
