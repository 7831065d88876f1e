import type { Skill, Turn } from "../../core/conversation.ts";
import { foldedSyllables } from "../../text/syllables.ts";
import { officeLine } from "../answer/compose/place.ts";
import { CLAIM } from "../claims.ts";
import { PERSON } from "../payload.ts";
import { Phrases } from "../phrases.ts";
import { outcome, replyWith, spoken } from "../reply.ts";
import type { Words } from "../words.ts";

const WANTED = Phrases.of(`
  gặp người thật | gặp người | gặp cán bộ | gặp nhân viên | gặp tư vấn viên | nói chuyện với người | nói với cán bộ |
  người thật trả lời | cho gặp | tổng đài | số điện thoại hỗ trợ | số đường dây nóng | hotline | gọi cho ai`);

/** The person beyond the bot: how to reach one, from the bot's words and the sourced offices. */
export function createHandoff(words: Words["handoff"]): Skill {
  return {
    name: "handoff",
    claims: ({ text }) => {
      if (text === PERSON) return CLAIM.pressed;
      return WANTED.any(text) ? CLAIM.person : undefined;
    },
    handle: async (turn) => {
      const lines = officesNamed(turn).map(officeLine);
      const offices = lines.length > 0 ? `\n${words.offices}\n${lines.map(({ text }) => text).join("\n")}` : "";
      const reply = replyWith("smalltalk", `${words.person}${offices}`, {
        sources: [
          ...spoken(words.person),
          ...lines.map(({ heading, quote, file = "" }) => ({ code: "", file, heading, quote })),
        ],
      });
      return outcome(turn, reply);
    },
  };
}

function officesNamed({ text, session, knowledge }: Turn) {
  const said = ` ${foldedSyllables(`${session.asked ?? ""} ${text}`).join(" ")} `;
  return knowledge.offices.filter(({ serves }) =>
    serves.some((place) => said.includes(` ${foldedSyllables(place).join(" ")} `)),
  );
}
