import type { Button, Inbound, Session, Turn } from "../../../src/core/conversation.ts";
import { AppError } from "../../../src/core/errors.ts";
import type { Office } from "../../../src/core/knowledge.ts";
import type { Dossier, OneStop } from "../../../src/core/one-stop.ts";
import { createDossier, type DossierOptions } from "../../../src/skills/dossier/index.ts";
import { snapshotOf, turnOf, words } from "../fixture.ts";
import { MemoryStore } from "./memory-store.ts";

export const CODE = "000.00.01.H12-261116-0001";
export const OTHER = "000.00.01.H12-261116-0002";
export const said = words.dossier;

/** Invented, and full of what must not be shown. */
export const HELD: Dossier = {
  code: CODE,
  state: "processing",
  stateName: "Đang xử lý",
  procedure: "Đăng ký khai sinh",
  office: "Trung tâm Phục vụ hành chính công xã Thới Bình",
  submittedAt: new Date("2026-11-16T02:00:00Z"),
  dueAt: new Date("2026-11-27T10:00:00Z"),
  applicant: "NGUYỄN VĂN ẢO",
  proof: { kind: "identity", lastFour: "4821" },
};

const CENTRE: Office = {
  name: "Trung tâm tỉnh",
  address: "số 298 Trần Hưng Đạo",
  serves: ["tỉnh"],
  source: "Quyết định 01779/QĐ-UBND",
};
export const KNOWLEDGE = snapshotOf([], {
  offices: [CENTRE],
  faq: [
    {
      id: "ho-so-tre-hen",
      ask: "Hồ sơ trễ hẹn thì cơ quan phải làm gì?",
      aliases: [],
      answer: "Dạ, cơ quan phải có văn bản xin lỗi.\nAnh/chị gọi 18001096.",
      sources: ["Nghị định 118/2025/NĐ-CP"],
      verified: "2026-11-24",
      file: "faq/ho-so-tre-hen.md",
    },
  ],
});

/** A one-stop system in memory that counts how often it is asked. */
export class Held implements OneStop {
  readonly name = "held";
  readonly dossiers = new Map<string, Dossier>();
  asked = 0;
  isDown = false;

  constructor(...dossiers: readonly Dossier[]) {
    for (const one of dossiers) this.dossiers.set(one.code, one);
  }

  async find(code: string): Promise<Dossier | undefined> {
    this.asked++;
    if (this.isDown) throw new AppError("one_stop_down", "down", "bận");
    return this.dossiers.get(code);
  }
}

export interface CounterOptions {
  readonly oneStop?: Held;
  readonly store?: MemoryStore;
  readonly readPhoto?: DossierOptions["readPhoto"];
  readonly connected?: boolean;
}

/** A skill with everything around it; talks keep their session, person by person. */
export function openCounter({ oneStop = new Held(HELD), readPhoto, connected = true, ...given }: CounterOptions = {}) {
  const clock = { now: new Date("2026-11-24T03:00:00Z") };
  const now = () => clock.now;
  const store = given.store ?? new MemoryStore(now);
  const locked: string[] = [];
  const skill = createDossier(said, {
    ...(connected && { desk: { oneStop, store, now, onLocked: (who) => locked.push(who) } }),
    ...(readPhoto && { readPhoto }),
  });
  const sessions = new Map<string, Session>();
  const turnFor = (text: string, person: string, more: Partial<Inbound> = {}, role: Turn["role"] = "citizen"): Turn => {
    const turn = turnOf(text, { session: sessions.get(person) ?? {}, knowledge: KNOWLEDGE, role });
    return { ...turn, inbound: { ...turn.inbound, person, ...more } };
  };
  return {
    oneStop,
    store,
    skill,
    locked,
    sessions,
    later: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    claims: (text: string, person = "p", more?: Partial<Inbound>) => skill.claims(turnFor(text, person, more)),
    async say(text: string, person = "p", more?: Partial<Inbound>, role?: Turn["role"]) {
      const { reply, session } = await skill.handle(turnFor(text, person, more, role));
      sessions.set(person, session);
      return reply;
    },
  };
}

export const sends = (buttons: readonly Button[]) => buttons.map(({ send }) => send);
