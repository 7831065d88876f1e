import type { Button, Outcome, ReplyStatus, Turn } from "../../core/conversation.ts";
import type { Facet, Procedure } from "../../core/procedure.ts";
import { clean } from "../../text/clean.ts";
import { inForce } from "../answer/codes.ts";
import { own } from "../answer/compose/line.ts";
import { read } from "../answer/reading.ts";
import { QUOTE } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith, spoken } from "../reply.ts";
import type { Words } from "../words.ts";
import { type Block, textOf } from "./block.ts";
import { type Found, find } from "./find.ts";
import { candidatesBlock, generalBlock, silentBlock } from "./other-blocks.ts";
import { DRAFT, readStaffPayload } from "./payload.ts";
import { piecesOf } from "./pieces.ts";
import { type Extent, procedureBlock } from "./procedure-block.ts";
import type { Asking } from "./question.ts";

/** Questions looked up, and procedures told, in one message. */
const MOST_PIECES = 6;
const MOST_BLOCKS = 3;
/** Characters of facts that one message tells; Zalo's limit is 2,000 and the draft says them again. */
const ROOM = 1_200;
/** Laws and look-alikes of each procedure: of one alone, and of one beside others. */
const MOST = { alone: 4, beside: 2 };

/** Answers all that a message asks. */
export async function answer(turn: Turn, { text, refused }: Asking, words: Words): Promise<Outcome> {
  const pieces = piecesOf(text);
  const { knowledge, session } = turn;
  let before: Procedure | undefined =
    turn.inbound.kind === "forward" || refused ? undefined : knowledge.procedures.get(session.procedure ?? "");
  const founds: Found[] = [];
  for (const piece of pieces.slice(0, MOST_PIECES)) {
    const found = await find(turn, piece, before, words.answer, refused);
    if (found.kind === "procedure") before = found.procedure;
    founds.push(found);
  }
  return founds.length === 0
    ? outcome(turn, replyWith("clarify", words.clarify.empty))
    : told(turn, founds, { text, left: pieces.length > MOST_PIECES }, words);
}

/** Answers the last question about the procedure that the officer chose. */
export async function answerAbout(
  turn: Turn,
  { code, facets }: { readonly code: string; readonly facets: readonly Facet[] },
  words: Words,
): Promise<Outcome> {
  const text = turn.session.asked ?? "";
  const held = inForce(code, turn.knowledge, turn.today, words.answer);
  if (held === undefined) return outcome(turn, replyWith("clarify", words.answer.unknownCode));
  const reading = await read(turn, text);
  const chosen = facets.filter((facet) => facet !== "all");
  const asked = chosen.map((facet) => ({ facet: facet as Exclude<Facet, "all">, phrase: "", start: 0, end: 0 }));
  return told(
    turn,
    [{ kind: "procedure", text, reading: { ...reading, asked }, ...held, trust: "sure" }],
    { text },
    words,
  );
}

function told(
  turn: Turn,
  founds: readonly Found[],
  { text, left = false }: { readonly text: string; readonly left?: boolean },
  words: Words,
): Outcome {
  const groups = grouped(founds);
  const shown = groups.slice(0, MOST_BLOCKS);
  const extent = { room: ROOM / shown.length, most: shown.length > 1 ? MOST.beside : MOST.alone };
  const blocks = shown.map((group) => blockOf(turn, group as [Found, ...Found[]], extent, words));
  const memo = textOf(blocks.flatMap((block) => block.memo));
  const draft = textOf([
    [own(words.staff.draftHello)],
    ...blocks.flatMap((block) => block.draft),
    [own(words.staff.draftEnd)],
  ]);
  const many = left || groups.length > MOST_BLOCKS ? [words.staff.tooMany] : [];
  const sources = [...blocks.flatMap((block) => block.sources), ...spoken(words.staff.draftEnd)];
  const [procedure] = founds.flatMap((found) => (found.kind === "procedure" ? [found.procedure] : []));
  const reply = replyWith(statusOf(founds), [memo, ...many, words.staff.draftTitle, draft].join("\n\n"), {
    buttons: [
      button(words.staff.draftButton, DRAFT),
      ...shared(blocks, MOST_BUTTONS - 2),
      button(words.answer.quoteButton, QUOTE),
    ],
    sources,
    procedures: consideredBy(founds),
    facets: [...new Set(blocks.flatMap((block) => block.facets))],
  });
  const { procedure: _, facet: __, cases: ___, ...session } = turn.session;
  return outcome({ ...turn, session }, reply, {
    ...(procedure && { procedure: procedure.code, facet: reply.facets[0] ?? "all" }),
    sources,
    asked: clean(text),
    draft,
  });
}

/** The first buttons of every block in turn, each once. */
function shared(blocks: readonly Block[], most: number): Button[] {
  const longest = Math.max(...blocks.map(({ buttons }) => buttons.length));
  const inTurn = Array.from({ length: longest }, (_, i) => blocks.flatMap(({ buttons }) => buttons[i] ?? [])).flat();
  const about = ({ send }: Button) => {
    const payload = readStaffPayload(send);
    return payload?.kind === "procedure" ? payload.code : send;
  };
  return inTurn.filter((one, i) => inTurn.findIndex((other) => about(other) === about(one)) === i).slice(0, most);
}

function grouped(founds: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const found of founds) groups.set(keyOf(found), [...(groups.get(keyOf(found)) ?? []), found]);
  return [...groups.values()];
}

/** Questions about one procedure are answered together. */
function keyOf(found: Found): string {
  if (found.kind === "procedure") return found.procedure.code;
  return found.kind === "general" ? found.faq.id : `${found.kind} ${found.text}`;
}

function blockOf(turn: Turn, group: readonly [Found, ...Found[]], extent: Extent, words: Words): Block {
  const [found] = group;
  if (found.kind === "candidates") return candidatesBlock(found, words);
  if (found.kind === "silent") return silentBlock(found, words);
  if (found.kind === "general") return generalBlock(turn, found, words);
  return procedureBlock(
    turn,
    group.filter((one) => one.kind === "procedure"),
    extent,
    words,
  );
}

/** The status of the surest answer. */
function statusOf(founds: readonly Found[]): ReplyStatus {
  const kinds = founds.map(({ kind }) => kind);
  if (kinds.includes("procedure") || kinds.includes("general")) return "answered";
  return kinds.includes("candidates") ? "choices" : "silent";
}

function consideredBy(founds: readonly Found[]) {
  const all = founds.flatMap((found) => [
    ...(found.kind === "procedure" ? [{ code: found.procedure.code, name: found.procedure.name, score: 1 }] : []),
    ...found.reading.ranking.hits.map(({ procedure: { code, name }, score }) => ({ code, name, score })),
  ]);
  return all.filter(({ code }, i) => all.findIndex((one) => one.code === code) === i);
}
