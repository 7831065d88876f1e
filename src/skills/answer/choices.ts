import type { Outcome, Source, Turn } from "../../core/conversation.ts";
import type { Facet, Procedure } from "../../core/procedure.ts";
import type { Hit } from "../../core/search.ts";
import { PERSON, procedurePayload, readPayload } from "../payload.ts";
import { button, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { type Reading, read } from "./reading.ts";
import { short } from "./respond.ts";

/** With the way out beside them these make five buttons, all that a message can carry. */
const MOST_CHOICES = 4;
const NEAREST = 3;

/** Offers the likeliest procedures, with the question that tells the first two apart when the base has one. */
export function offerChoices(turn: Turn, { text, ranking, asked }: Reading, words: Words["answer"]): Outcome {
  const hits = ranking.hits.slice(0, MOST_CHOICES);
  const intro = apart(hits[0]?.procedure, hits[1]?.procedure) ?? words.choose;
  return offer(turn, "choices", intro, hits, ranking.hits, facetsOf(asked), words, text);
}

/** After a "no": the others that the last question could have meant, once; then a request to say it in other words. */
export async function offerOthers(turn: Turn, refused: string | undefined, words: Words["answer"]): Promise<Outcome> {
  const { text, ranking, asked } = await read(turn, turn.session.asked ?? "", refused);
  if (refused === undefined || ranking.hits.length === 0)
    return outcome(turn, replyWith("clarify", words.rejectedAll, { buttons: [button(words.person, PERSON)] }));
  const hits = ranking.hits.slice(0, MOST_CHOICES);
  return offer(turn, "choices", words.rejected, hits, ranking.hits, facetsOf(asked), words, text);
}

/** Asks which procedure a bare "lệ phí?" is about, with those offered last. */
export function askWhich(turn: Turn, { asked }: Reading, words: Words["answer"]): Outcome {
  const [facet] = facetsOf(asked);
  if (facet === undefined) return outcome(turn, replyWith("clarify", words.unclear));
  const buttons = (turn.session.offered ?? []).flatMap(({ label, send }) => {
    const payload = readPayload(send);
    return payload?.kind === "procedure" ? [button(label, procedurePayload(payload.code, [facet]))] : [];
  });
  const sentence = fill(words.whichProcedure, { facet: words.facets[facet] });
  return outcome(turn, replyWith("clarify", sentence, { buttons, facets: [facet] }));
}

/** Says that the base does not know, with the nearest procedures and a person. */
export function admit(turn: Turn, { text, ranking, asked }: Reading, words: Words["answer"]): Outcome {
  const hits = ranking.hits.slice(0, NEAREST);
  const intro = hits.length === 0 ? words.silent : `${words.silent}\n${words.nearest}`;
  const told = offer(turn, "silent", intro, hits, ranking.hits, facetsOf(asked), words, text);
  const procedure = turn.session.procedure;
  return procedure === undefined ? told : { ...told, session: { ...told.session, procedure } };
}

function offer(
  turn: Turn,
  status: "choices" | "silent",
  intro: string,
  hits: readonly Hit[],
  all: readonly Hit[],
  facets: readonly Facet[],
  words: Words["answer"],
  asked: string,
): Outcome {
  const names = hits.map(({ procedure }, i) => `${i + 1}. ${procedure.name}`);
  const { procedure: _, facet: __, cases: ___, ...session } = turn.session;
  const reply = replyWith(status, [intro, ...names].join("\n"), {
    buttons: [
      ...hits.map(({ procedure }) => button(nameFor(procedure), procedurePayload(procedure.code, facets))),
      button(words.noneOfThese, PERSON),
    ],
    sources: [...replyWith(status, intro).sources, ...hits.map(({ procedure }) => nameSource(procedure))],
    procedures: all.map(short),
    facets: facets.length > 0 ? facets : ["all"],
  });
  return outcome({ ...turn, session }, reply, { asked });
}

/** The question that tells two look-alikes apart, from the file of either. */
function apart(first: Procedure | undefined, second: Procedure | undefined): string | undefined {
  const from = (one: Procedure | undefined, other: Procedure | undefined) =>
    one?.related.find(({ code }) => code === other?.code)?.ask;
  return from(first, second) ?? from(second, first);
}

const LONG_NAME = 60;

/** The name on a button: a short way to call it rather than a name cut in the middle. */
function nameFor({ name, aliases }: Procedure): string {
  if (name.length <= LONG_NAME) return name;
  return aliases.find((alias) => alias.length <= LONG_NAME) ?? name;
}

function nameSource({ code, name, file }: Procedure): Source {
  return { code, file, heading: "name", quote: name };
}

function facetsOf(asked: Reading["asked"]): Facet[] {
  return [...new Set(asked.map(({ facet }) => facet))];
}
