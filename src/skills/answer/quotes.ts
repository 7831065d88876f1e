import type { Outcome, Turn } from "../../core/conversation.ts";
import { procedurePayload } from "../payload.ts";
import { button, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";

/** The words of the files under the last answer. */
export function tellQuotes(turn: Turn, words: Words["answer"]): Outcome {
  const { sources = [], procedure, facet } = turn.session;
  if (sources.length === 0) return outcome(turn, replyWith("clarify", words.nothingToQuote));
  const quotes = sources.map(({ quote, file, heading }) => fill(words.quote, { quote, file, heading }));
  const known = procedure === undefined ? undefined : turn.knowledge.procedures.get(procedure);
  return outcome(
    turn,
    replyWith("answered", quotes.join("\n\n"), {
      sources,
      buttons: known ? [button(words.facets.all, procedurePayload(known.code))] : [],
      procedures: known ? [{ code: known.code, name: known.name, score: 1 }] : [],
      facets: facet ? [facet] : [],
    }),
  );
}
