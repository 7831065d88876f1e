import type { Inbound } from "../core/conversation.ts";
import { DOSSIER, ERASE, GUIDES, MENU, PERSON, procedurePayload, START } from "../skills/payload.ts";
import { fold } from "../text/fold.ts";

/**
 * "/name", "/name@bot", "/name and more". Telegram: 1–32 of a–z, 0–9 and _ (core.telegram.org/bots/api#botcommand);
 * people type them with marks and capitals too.
 */
const COMMAND = /^\s*\/([\p{L}\p{M}][\p{L}\p{M}\d_]{0,31})(?:@\w+)?(?:\s+(\S.*?))?\s*$/su;

/** What each command goes on with, by its name without "_" and marks. */
const COMMANDS: Readonly<Record<string, (rest: string) => string>> = {
  start,
  help: () => MENU,
  tracuu: (code) => (DOSSIER_CODE.test(code) ? `${DOSSIER}/${code}` : DOSSIER),
  huongdan: (topic) => (topic === "" ? GUIDES : `hướng dẫn ${topic}`),
  canbo: () => PERSON,
  xoadulieu: () => ERASE,
};

/** A payload takes 64 bytes. */
const DOSSIER_CODE = /^[\w.\-/]{4,60}$/;
/** Deep links carry only letters, digits, "_" and "-" (core.telegram.org/bots/features#deep-linking): "1-001193" is 1.001193. */
const PROCEDURE = /^(\d{1,2})[-_.](\d{6})$/;
const NAMED = /^[a-z][a-z\d-]{2,30}$/;
const GUIDE = /^g-([a-z\d-]{1,24})$/;

/** What a deep link opens: a guide, a procedure, or just the greeting. */
function start(link: string): string {
  const [, guide] = link.match(GUIDE) ?? [];
  if (guide !== undefined) return `${GUIDES}/${guide}`;
  const [, series, number] = link.match(PROCEDURE) ?? [];
  if (series !== undefined) return procedurePayload(`${series}.${number}`);
  return NAMED.test(link) ? procedurePayload(link) : START;
}

/** The payload or words that a command stands for; undefined when the text is no command. One not known opens the menu. */
export function readCommand(text: string): string | undefined {
  const [, name, rest = ""] = text.match(COMMAND) ?? [];
  if (name === undefined) return undefined;
  const command = COMMANDS[fold(name).replaceAll("_", "")];
  return command ? command(rest) : MENU;
}

/** What a message says, before it is cleaned: its words, else its caption; opening the conversation says hello. */
export function saidIn({ kind, text, media }: Inbound): string {
  if (kind === "follow") return START;
  return text.trim() === "" ? (media?.caption ?? "") : text;
}
