import type { Media, Outcome, Turn } from "../../core/conversation.ts";
import { MENU, PERSON } from "../payload.ts";
import { button, outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";

/** What came without a word, and cannot be read here. A sticker says something all the same. */
export type Seen = Exclude<Media["type"], "sticker">;

export function seen({ inbound: { media }, text }: Turn): Seen | undefined {
  return media === undefined || media.type === "sticker" || text !== "" ? undefined : media.type;
}

/** Says kindly what is needed instead. */
export function tellMedia(turn: Turn, media: Seen, words: Words["clarify"]): Outcome {
  const out = media === "contact" ? button(words.person, PERSON) : button(words.menuButton, MENU);
  return outcome(turn, replyWith("clarify", words.media[media], { buttons: [out] }));
}
