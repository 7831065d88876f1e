import type { Inbound, Outcome, Reply, Session, Skill, Turn } from "../../core/conversation.ts";
import { findDossierCodes, ownerOfCode } from "../../text/dossier-codes.ts";
import { CLAIM } from "../claims.ts";
import { DOSSIER } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { lookPayload, type Wish, wishOf } from "./asked.ts";
import { Desk, type DeskOptions, type Given } from "./desk.ts";
import { insteadReply, portalReply } from "./instead.ts";
import { tellDossier } from "./tell.ts";

export interface DossierOptions {
  /** Undefined where no one-stop system is connected. */
  readonly desk?: DeskOptions | undefined;
  /** The texts of the codes in the photo that came with a message; undefined when it cannot be had. */
  readonly readPhoto?: (inbound: Inbound) => Promise<readonly string[] | undefined>;
}

/** The QR code of an identity card: number, old number, name, birthday … (as read from the card). */
const IDENTITY_CARD = /^\d{12}\|/;

/** Where a dossier is: state, dates and what to do next; more for who proves that it is theirs. */
export function createDossier(words: Words["dossier"], options: DossierOptions = {}): Skill {
  const desk = options.desk && new Desk(options.desk);

  async function look(turn: Turn, [code, ...others]: readonly string[]): Promise<Outcome> {
    if (code === undefined) return ask(turn);
    const owner = ownerOfCode(code);
    if (owner !== "ours") {
      return end(turn, portalReply(fill(words[owner], { code }), words), { dossier: code });
    }
    if (desk === undefined) return unconnected(turn);
    const given = await desk.look(turn, code);
    const reply =
      given.status === "found" ? tellDossier(turn, given.dossier, words, "anybody") : refusal(turn, given, code);
    const buttons = [
      ...others.map((one) => button(fill(words.look, { code: one }), lookPayload(one))),
      ...reply.buttons,
    ];
    return end(turn, { ...reply, buttons: buttons.slice(0, MOST_BUTTONS) }, { dossier: code });
  }

  /** Why there is nothing to show, and what else there is. */
  function refusal(turn: Turn, { status }: Exclude<Given, { status: "found" }>, code: string): Reply {
    const said = fill(words[status], { code });
    if (status === "locked") return portalReply(said, words);
    if (status === "none") {
      return replyWith("dossier", said, { buttons: [button(words.retype, DOSSIER)], sources: [] });
    }
    const reply = insteadReply(turn, said, words);
    return status === "down" ? { ...reply, buttons: [button(words.again, lookPayload(code))] } : reply;
  }

  async function more(turn: Turn, code: string): Promise<Outcome> {
    if (desk === undefined || ownerOfCode(code) !== "ours") return look(turn, [code]);
    const given = await desk.look(turn, code);
    if (given.status !== "found" && given.status !== "none") return end(turn, refusal(turn, given, code), {});
    const kind = given.status === "found" ? (given.dossier.proof?.kind ?? "identity") : "identity";
    const reply = replyWith("dossier", words.prove[kind], { sources: [] });
    return end(turn, reply, { dossier: code, awaited: "owner-digits" });
  }

  async function prove(turn: Turn, code: string, digits: string | undefined): Promise<Outcome> {
    const again: Partial<Session> = { dossier: code, awaited: "owner-digits" };
    if (desk === undefined) return unconnected(turn);
    if (digits === undefined) return end(turn, replyWith("dossier", words.prove.four, { sources: [] }), again);
    const given = await desk.prove(turn, code, digits);
    if (given.status === "found") return end(turn, tellDossier(turn, given.dossier, words, "owner"), { dossier: code });
    if (given.status === "none") return end(turn, replyWith("dossier", words.prove.wrong, { sources: [] }), again);
    return end(turn, refusal(turn, given, code), { dossier: code });
  }

  async function photo(turn: Turn): Promise<Outcome> {
    const texts = await options.readPhoto?.(turn.inbound);
    if (texts === undefined) return end(turn, replyWith("dossier", words.photo.lost), { awaited: "dossier-code" });
    const codes = texts.flatMap((text) => findDossierCodes(unescaped(text)));
    if (codes.length > 0) return look(turn, [...new Set(codes)]);
    const said = texts.some((text) => IDENTITY_CARD.test(text)) ? words.photo.identity : words.photo.none;
    return end(turn, replyWith("dossier", said), { awaited: "dossier-code" });
  }

  function ask(turn: Turn, said = words.ask): Outcome {
    if (desk === undefined) return unconnected(turn);
    return end(turn, replyWith("dossier", said, { sources: [] }), { awaited: "dossier-code" });
  }

  /** Photos are only of use where they can be read, and what they say looked up. */
  function wishFor(turn: Turn): Wish | undefined {
    const wish = wishOf(turn);
    if (wish?.kind !== "photo" || (desk && options.readPhoto)) return wish;
    return turn.text === "" ? undefined : { kind: "ask" };
  }

  function unconnected(turn: Turn): Outcome {
    return end(turn, insteadReply(turn, words.unconnected, words), {});
  }

  return {
    name: "dossier",
    claims: (turn) => claimOf(turn, wishFor(turn)),
    handle: async (turn) => {
      const wish = wishFor(turn) ?? { kind: "ask" };
      if (wish.kind === "look") return look(turn, wish.codes);
      if (wish.kind === "more") return more(turn, wish.code);
      if (wish.kind === "prove") return prove(turn, wish.code, wish.digits);
      if (wish.kind === "photo") return photo(turn);
      if (wish.kind === "unread") return ask(turn, words.unread);
      if (wish.kind === "no-code") return end(turn, replyWith("dossier", words.noCode), {});
      return wish.kind === "state" && turn.session.dossier ? look(turn, [turn.session.dossier]) : ask(turn);
    },
  };
}

function claimOf({ text }: Turn, wish: Wish | undefined): number | undefined {
  if (wish === undefined) return undefined;
  if (text.startsWith("#") || wish.kind === "prove") return CLAIM.pressed;
  if (wish.kind === "photo") return CLAIM.receipt;
  return wish.kind === "ask" || wish.kind === "state" ? CLAIM.dossierAsked : CLAIM.dossier;
}

/** What was awaited has come, unless it is asked for anew. */
function end(turn: Turn, reply: Reply, changes: Partial<Session>): Outcome {
  const { awaited: _, ...session } = turn.session;
  return outcome({ ...turn, session }, reply, changes);
}

/** A code inside an address may be written with "%2E". */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
