import type { Turn } from "../../core/conversation.ts";
import type { Facet } from "../../core/procedure.ts";
import type { Hit } from "../../core/search.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { type Line, own } from "../answer/compose/line.ts";
import { plain } from "../answer/compose/plain.ts";
import { button } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { alikeLine, candidatesOf, tellingQuestion } from "./alike.ts";
import type { Block } from "./block.ts";
import type { Found } from "./find.ts";
import { staffPayload } from "./payload.ts";

/** The likeliest procedures, what tells them apart, and a draft that asks the citizen just that. */
export function candidatesBlock({ reading, hits }: Extract<Found, { kind: "candidates" }>, words: Words): Block {
  const ask = tellingQuestion(hits);
  const names = hits.map(({ procedure: { code, name, file } }): Line => {
    return { text: `• ${name}`, heading: "name", quote: `${name} · ${code}`, file };
  });
  const lines = candidatesOf(hits).map((one) => alikeLine(one, words.staff));
  const telling = ask ? [{ ...ask, text: fill(words.staff.apart, { ask: ask.text }) }] : [];
  const draft = ask
    ? [[{ ...ask, text: fill(words.staff.draftAsk, { ask: ask.text }) }]]
    : [[own(words.staff.draftWhich), ...names]];
  return {
    memo: [[own(words.staff.candidates), ...lines, ...telling]],
    draft,
    buttons: chooseButtons(hits, facetsOf(reading)),
    sources: sourcesUnder([...lines, ...telling, ...names], hits),
    facets: facetsOf(reading),
  };
}

/** That the base is silent, with the nearest; the draft promises an answer and states nothing. */
export function silentBlock({ reading, hits }: Extract<Found, { kind: "silent" }>, words: Words): Block {
  const lines = candidatesOf(hits).map((one) => alikeLine(one, words.staff));
  return {
    memo: [[own(hits.length > 0 ? words.staff.silent : words.staff.silentAlone), ...lines]],
    draft: [[own(words.staff.draftSilent)]],
    buttons: chooseButtons(hits, facetsOf(reading)),
    sources: sourcesUnder(lines, hits),
    facets: facetsOf(reading),
  };
}

/** The answer to a general question, with its own sources. */
export function generalBlock(_turn: Turn, { faq }: Extract<Found, { kind: "general" }>, words: Words): Block {
  const lines = faq.answer.split("\n").map(plain);
  const told = lines.map((text) => own(text));
  const day = vietnameseDay(faq.verified);
  return {
    memo: [
      [
        own(words.staff.answer),
        own(faq.ask),
        ...told,
        own(fill(words.staff.place, { file: faq.file, headings: faq.ask, day })),
      ],
      [own(words.staff.basis), ...faq.sources.map((source) => own(`• ${source}`))],
    ],
    draft: [[own(words.staff.draftGeneral), ...told]],
    buttons: [],
    sources: [
      { code: "", file: faq.file, heading: faq.ask, quote: faq.answer },
      { code: "", file: faq.file, heading: "sources", quote: [...faq.sources, faq.ask, day].join(" · ") },
    ],
    facets: ["all"],
  };
}

function chooseButtons(hits: readonly Hit[], facets: readonly Facet[]) {
  return hits.map(({ procedure: { code, name } }) => button(name, staffPayload(code, facets)));
}

function facetsOf({ asked }: Found["reading"]): Facet[] {
  return [...new Set(asked.map(({ facet }) => facet))];
}

/** What was shown of several files, under the first of them. */
function sourcesUnder(lines: readonly Line[], [first]: readonly Hit[]) {
  if (first === undefined) return [];
  const { code, file } = first.procedure;
  return lines.map(({ heading, quote, file: other }) => ({
    code: other === undefined ? code : "",
    file: other ?? file,
    heading,
    quote,
  }));
}
