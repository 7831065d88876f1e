import type { Button, Reply, Source, Turn } from "../../core/conversation.ts";
import type { Dossier, DossierState } from "../../core/one-stop.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { plain } from "../answer/compose/plain.ts";
import { followPayload } from "../follow/payload.ts";
import { DOSSIER, GUIDES, PERSON } from "../payload.ts";
import { button, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { morePayload } from "./asked.ts";
import { dateLines, isLate, type Reader } from "./dates.ts";

/** Guides that help in a state. */
const GUIDE: Partial<Record<DossierState, string>> = { needs_documents: "supplement", needs_payment: "pay-online" };
/** Nothing more happens to the dossier. */
const ENDED: ReadonlySet<DossierState> = new Set(["returned", "withdrawn", "rejected"]);
/** The general question that tells what an agency must do that is late. */
const LATE_RULE = "ho-so-tre-hen";
/** A state's name is shown to everybody when it is plain words without capitals inside: no number, no person's name. */
const PLAIN_NAME = /^\p{L}[\p{Ll}\p{M} ,./()-]{0,59}$/u;

/** State, meaning, dates and what to do next; for the proved owner procedure, office and masked name as well. */
export function tellDossier(turn: Turn, dossier: Dossier, words: Words["dossier"], reader: Reader): Reply {
  const { code, state } = dossier;
  const { name, means, next } = words.states[state];
  const late = isLate(dossier, turn.today);
  const rule = late ? lateRule(turn, words) : undefined;
  const text = [
    fill(words.stands, { code, state: name.toUpperCase() }),
    ...(state === "unknown" ? nameLines(dossier, words, reader) : [means]),
    ...(reader === "owner" ? ownerLines(dossier, words) : []),
    ...dateLines(dossier, turn.today, words, reader),
    "",
    ...(late ? [words.late, ...(rule?.lines ?? [])] : [next]),
  ].join("\n");
  return replyWith("dossier", text, {
    buttons: [
      ...guideButton(turn, state, words),
      ...(late ? [button(words.person, PERSON)] : []),
      ...more(dossier, words, reader),
    ],
    sources: rule?.sources ?? [],
  });
}

/** The name of a state that we do not know, in the system's own words. */
function nameLines({ stateName = "" }: Dossier, words: Words["dossier"], reader: Reader): string[] {
  const shown = reader === "owner" || PLAIN_NAME.test(stateName);
  return stateName !== "" && shown ? [fill(words.named, { name: stateName })] : [words.states.unknown.means];
}

function ownerLines({ procedure, office, applicant }: Dossier, words: Words["dossier"]): string[] {
  const facts = [
    [words.procedure, procedure],
    [words.office, office],
    [words.applicant, applicant && maskName(applicant)],
  ] as const;
  return facts.flatMap(([line, value]) => (value ? [fill(line, { value })] : []));
}

/** "NGUYỄN VĂN A" → "N*** V*** A***". */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part) => `${[...part][0]}***`)
    .join(" ");
}

/** What the base says of agencies that are late, with its source. */
function lateRule({ knowledge }: Turn, words: Words["dossier"]): { lines: string[]; sources: Source[] } | undefined {
  const rule = knowledge.faq.find(({ id }) => id === LATE_RULE);
  if (rule === undefined) return undefined;
  const { file, ask, answer, sources, verified } = rule;
  const day = vietnameseDay(verified);
  const said = answer
    .replace(/^Dạ,\s*/u, "")
    .split("\n")
    .map(plain);
  const capital = said.map((line, i) => (i === 0 ? line.charAt(0).toUpperCase() + line.slice(1) : line));
  return {
    lines: [...capital, "", fill(words.source, { place: [file, ...sources].join(" · "), day })],
    sources: [
      { code: "", file, heading: ask, quote: answer },
      { code: "", file, heading: "sources", quote: [...sources, day].join(" · ") },
    ],
  };
}

function guideButton({ knowledge }: Turn, state: DossierState, words: Words["dossier"]): Button[] {
  const id = GUIDE[state];
  if (id === undefined || !knowledge.guides.has(id)) return [];
  return [button(state === "needs_payment" ? words.payGuide : words.supplementGuide, `${GUIDES}/${id}`)];
}

function more({ code, state, proof }: Dossier, words: Words["dossier"], reader: Reader): Button[] {
  const see = reader === "anybody" && proof ? [button(words.more, morePayload(code))] : [];
  const follow = ENDED.has(state) ? [] : [button(words.follow, followPayload(code))];
  return [...see, ...follow, button(words.another, DOSSIER)];
}
