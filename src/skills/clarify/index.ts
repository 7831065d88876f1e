import type { Skill, Turn } from "../../core/conversation.ts";
import { LONGEST } from "../../text/clean.ts";
import { CLAIM } from "../claims.ts";
import { isPlace } from "../offered.ts";
import { MENU } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { isForeign } from "./foreign.ts";
import { seen, tellMedia } from "./media.ts";

type Trouble = Exclude<keyof Words["clarify"], "menuButton" | "person" | "media">;

/** A message that gives nothing to work with: asks for it in another way. */
export function createClarify(words: Words["clarify"]): Skill {
  return {
    name: "clarify",
    claims: (turn) => {
      if (seen(turn)) return CLAIM.media;
      const trouble = troubleWith(turn);
      return trouble && CLAIMS[trouble];
    },
    handle: async (turn) => {
      const media = seen(turn);
      if (media) return tellMedia(turn, media, words);
      const trouble = troubleWith(turn) ?? "empty";
      const offered = trouble === "nothingThere" ? (turn.session.offered ?? []) : [];
      const buttons = offered.length > 0 ? offered.slice(0, MOST_BUTTONS) : [button(words.menuButton, MENU)];
      return outcome(turn, replyWith("clarify", words[trouble], { buttons }));
    },
  };
}

const CLAIMS: Readonly<Record<Trouble, number>> = {
  empty: CLAIM.unusable,
  tooLong: CLAIM.unusable,
  nothingThere: CLAIM.unusable,
  foreign: CLAIM.foreign,
  unknownButton: CLAIM.unknownButton,
};

function troubleWith({ inbound, text }: Turn): Trouble | undefined {
  if (inbound.text.length > LONGEST) return "tooLong";
  if (!/[\p{L}\p{N}]/u.test(text)) return "empty";
  if (/^#\S*$/u.test(text)) return "unknownButton";
  if (isPlace(text)) return "nothingThere";
  return isForeign(text) ? "foreign" : undefined;
}
