import type { Button } from "../core/conversation.ts";
import { foldedSyllables, syllables } from "../text/syllables.ts";

const COUNTED: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  "dau tien": 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
};
const ORDINAL =
  /^((?:cai|so|thu|cau|muc|chon|lua chon|viec|truong hop|nut|y|lay) )*(\d{1,2}|mot|nhat|dau tien|dau|hai|nhi|ba|tu|bon|nam|cuoi cung|cuoi|chot)((?: (?:di|nha|nhe|a|em|do|ay|nay|oi|nghe))*)$/;
/** Number words that mean other things when they stand alone ("đâu", "tư", "nhất"). */
const NEED_BEFORE = new Set(["nhat", "dau", "tu", "nhi", "cuoi", "chot", "nam"]);
const MOST_SYLLABLES = 10;

/**
 * What a text presses of the buttons last offered: "số 2", "cái thứ hai", "cái cuối", or the words of a label.
 * @returns the button's payload; undefined when the text presses none
 */
export function pressedBy(text: string, offered: readonly Button[] = []): string | undefined {
  if (offered.length === 0 || text.startsWith("#") || syllables(text).length > MOST_SYLLABLES) return undefined;
  return byPlace(text, offered) ?? byLabel(text, offered);
}

/** True when a text only counts ("số 2", "cái cuối"): it means something only beside the buttons it counts. */
export function isPlace(text: string): boolean {
  const [, before = "", place = ""] = foldedSyllables(text).join(" ").match(ORDINAL) ?? [];
  return place !== "" && !(NEED_BEFORE.has(place) && before === "");
}

function byPlace(text: string, offered: readonly Button[]): string | undefined {
  if (!isPlace(text)) return undefined;
  const [, , place = ""] = foldedSyllables(text).join(" ").match(ORDINAL) ?? [];
  if (/^(?:cuoi|chot)/.test(place)) return offered.at(-1)?.send;
  return offered[(COUNTED[place] ?? Number(place)) - 1]?.send;
}

/** Answers to a case question may be shortened, as long as only one of them can be meant. */
function byLabel(text: string, offered: readonly Button[]): string | undefined {
  const said = labelWords(text);
  if (said === "") return undefined;
  const labels = offered.map(({ label, send }) => ({ label: labelWords(label), send }));
  const same = labels.filter(({ label }) => label === said);
  if (same.length > 0) return same[0]?.send;
  const cases = labels.filter(({ send }) => send.startsWith("#c/"));
  const begins = cases.filter(({ label }) => label.startsWith(`${said} `));
  const holds = said.includes(" ") ? cases.filter(({ label }) => ` ${label} `.includes(` ${said} `)) : [];
  const [only, ...others] = begins.length > 0 ? begins : holds;
  return others.length === 0 ? only?.send : undefined;
}

const POLITE = /^(?:(?:da|toi|tui|em|minh|con|thi|la|xem|cho|ban) )+|(?: (?:a|nha|nhe|em|oi|do|vay))+$/g;

function labelWords(text: string): string {
  return foldedSyllables(text).join(" ").replace(POLITE, "");
}
