import type { Reply, Turn } from "../../core/conversation.ts";
import { officeLine } from "../answer/compose/place.ts";
import { replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";

/** The offices of the province's centre serve the whole of it. */
const PROVINCE = "tỉnh";

/** What was said, then the page where people look dossiers up themselves. */
export function portalReply(said: string, words: Words["dossier"]): Reply {
  return replyWith("dossier", `${said}\n\n${portalLine(words)}`, { sources: [] });
}

/** What was said, then the two ways that are always open: the portal's page, and the province's centre. */
export function insteadReply({ knowledge }: Turn, said: string, words: Words["dossier"]): Reply {
  const offices = knowledge.offices.filter(({ serves }) => serves.includes(PROVINCE)).map(officeLine);
  const centre = offices.length > 0 ? [words.centre, ...offices.map(({ text }) => text)] : [];
  return replyWith("dossier", [said, "", portalLine(words), ...centre].join("\n"), {
    sources: offices.map(({ heading, quote, file = "" }) => ({ code: "", file, heading, quote })),
  });
}

function portalLine(words: Words["dossier"]): string {
  return fill(words.portal, { link: words.portalLink });
}
