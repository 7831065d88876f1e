import type { Media, Turn } from "../../core/conversation.ts";
import { findDossierCodes } from "../../text/dossier-codes.ts";
import { fold } from "../../text/fold.ts";
import { syllables } from "../../text/syllables.ts";
import { DOSSIER } from "../payload.ts";
import { Phrases } from "../phrases.ts";

/** What a turn wants of this skill. */
export type Wish =
  /** To know where the dossiers with these codes are; the first is told. */
  | { readonly kind: "look"; readonly codes: readonly [string, ...string[]] }
  /** To see more than state and dates. */
  | { readonly kind: "more"; readonly code: string }
  /** To prove that the dossier is theirs; undefined when what was typed are not four digits. */
  | { readonly kind: "prove"; readonly code: string; readonly digits: string | undefined }
  /** To be asked for a code. */
  | { readonly kind: "ask" }
  /** To know the state of the dossier just talked about, or else to be asked for a code. */
  | { readonly kind: "state" }
  /** To give a code that cannot be read. */
  | { readonly kind: "unread" }
  /** To go on without a code. */
  | { readonly kind: "no-code" }
  /** To have a photo read. */
  | { readonly kind: "photo" };

const MORE = "/xem";
/** How far a dossier is that was handed in; asked of the speaker's own it may be asked shorter. */
const STATE =
  /\bho so\b(?: \S+){0,9}? (?:(?:toi|den) (?:dau|khau nao|buoc nao) roi|(?:the nao|ra sao|sao) roi|xong chua|(?:co|ra) ket qua chua|duyet chua|giai quyet chua)\b/;
const OWN_STATE =
  /\bho so(?: cua)? (?:toi|tui|minh|em|con|anh|chi|chu|bac|me|ma|ba|nha)\b(?: \S+){0,6}? (?:(?:toi|den) (?:dau|khau nao)|o dau|(?:khi nao|bao gio|chung nao) xong|the nao|ra sao)\b/;
const PLAIN_STATE = /^(?!nop|gui|mang|dem)(?:\S+ ){0,2}?ho so (?:toi|den) dau(?: (?:vay|the|em|a|ha|ta|roi))*$/;
const LOOK_UP =
  /^(?:\S+ ){0,5}?(?:tra cuu|tra|theo doi|kiem tra|check|xem|coi|hoi|do|tinh trang|tien do) (?:(?:giup|gium|dum|thu|ma|tinh trang|trang thai|tien do|ket qua) )*ho so(?: (?:cua|toi|tui|minh|em|con|da|nop|roi|giup|gium|cho|voi|di|a|nha|xem|truc tuyen|online))*$/;
/** These ask how, and not how far. */
const HOW =
  /\b(?:huong dan|cach|lam sao de|lam the nao|giay to gi|le phi|thu tuc|can gi|gom|mau don|may ngay|bao lau)\b/;
const NO_CODE = Phrases.of(`
  không có mã | không nhớ mã | quên mã | mất mã | không biết mã | mất giấy hẹn | không có giấy hẹn | mất biên nhận |
  mất giấy biên nhận | mã ở đâu | mã nào | mã gì | mã là gì | ghi ở đâu | nằm ở đâu | không thấy mã | chưa có mã`);
/** Words that come with digits: "bốn số cuối căn cước là 1234 nha em". */
const BESIDE =
  /\b(?:[4b]\w* so|da|em|anh|chi|oi|nay|ne|day|do|nha|nhe|a|la|thi|cua|toi|tui|minh|bon|so|cuoi|ma|can cuoc|cccd|cmnd|cong dan|dien thoai|sdt|dt|dinh danh)\b|[^a-z\d]/g;
/** … and with a part of a code. */
const BESIDE_CODE = /\b(?:ho so|hs|bien nhan|giay hen|[hg]\d*)\b/g;

/** The payload that looks a code up. */
export function lookPayload(code: string): string {
  return `${DOSSIER}/${code}`;
}

/** The payload that asks to see more of a dossier. */
export function morePayload(code: string): string {
  return `${DOSSIER}/${code}${MORE}`;
}

/** What a turn wants of this skill; undefined when it wants something else. */
export function wishOf(turn: Turn): Wish | undefined {
  const { text, session, inbound } = turn;
  if (text === DOSSIER) return { kind: "ask" };
  if (text.startsWith(`${DOSSIER}/`)) return pressed(text);
  if (text.startsWith("#")) return undefined;
  const [first, ...others] = findDossierCodes(text);
  if (first !== undefined) return { kind: "look", codes: [first, ...others] };
  if (isPhoto(inbound.media) && (text === "" || asksForState(text))) return { kind: "photo" };
  return answered(turn) ?? (asksForState(text) ? { kind: session.dossier ? "state" : "ask" } : undefined);
}

/** A photo, or one sent as a file so that it stays sharp. */
function isPhoto({ type, name = "" }: Partial<Media> = {}): boolean {
  return type === "photo" || (type === "document" && /\.(?:png|jpe?g)$/i.test(name));
}

function pressed(text: string): Wish {
  const more = text.endsWith(MORE);
  const [code] = findDossierCodes(text.slice(DOSSIER.length + 1, more ? -MORE.length : undefined));
  if (code === undefined) return { kind: "unread" };
  return more ? { kind: "more", code } : { kind: "look", codes: [code] };
}

/** What a text says to the question that was asked last. */
function answered({ text, session: { awaited, dossier } }: Turn): Wish | undefined {
  if (awaited === "owner-digits" && dossier !== undefined) {
    const digits = onlyDigits(text);
    // Six digits alone may be a one-time password: that is for the safety skill.
    if (digits !== undefined && digits.length !== 6) return { kind: "prove", code: dossier, digits: lastFour(digits) };
  }
  if (awaited === "dossier-code") {
    if (NO_CODE.any(text)) return { kind: "no-code" };
    if (isPieceOfCode(text)) return { kind: "unread" };
  }
  return undefined;
}

function asksForState(text: string): boolean {
  const folded = syllables(text)
    .map(({ folded }) => (folded === "hs" ? "ho so" : folded))
    .join(" ");
  return !HOW.test(folded) && [STATE, OWN_STATE, PLAIN_STATE, LOOK_UP].some((asking) => asking.test(folded));
}

/** The digits of a text that holds nothing else of weight. */
function onlyDigits(text: string): string | undefined {
  const rest = plainFold(text).replace(BESIDE, "");
  return /^\d{1,12}$/.test(rest) ? rest : undefined;
}

/** Whether a text is a piece of a code and nothing else. */
function isPieceOfCode(text: string): boolean {
  return /^\d{4,}$/.test(plainFold(text).replace(BESIDE_CODE, "").replace(BESIDE, ""));
}

function plainFold(text: string): string {
  return fold(text.normalize("NFKC"));
}

/** Somebody may type the four digits, or the whole number. */
function lastFour(digits: string): string | undefined {
  return digits.length === 4 || digits.length >= 9 ? digits.slice(-4) : undefined;
}
