import type { Snapshot } from "../../core/knowledge.ts";
import type { Procedure, Related } from "../../core/procedure.ts";
import type { Hit } from "../../core/search.ts";
import type { Line } from "../answer/compose/line.ts";
import { fill, type Words } from "../words.ts";

/** A procedure that this one is mistaken for, and what tells the two apart where the files say so. */
export interface Alike extends Pick<Related, "ask" | "choose"> {
  readonly procedure: Procedure;
  /** Whom it is for, where no file says when to choose it. */
  readonly who?: string;
}

/** The look-alikes that a procedure's file names, those that search also thought of first. */
export function alikesOf({ code, related }: Procedure, { procedures }: Snapshot, hits: readonly Hit[]): Alike[] {
  const place = ({ procedure }: Alike) => {
    const at = hits.findIndex((hit) => hit.procedure.code === procedure.code);
    return at < 0 ? hits.length : at;
  };
  return related
    .flatMap(({ code: other, ask, choose }): Alike[] => {
      const procedure = other === code ? undefined : procedures.get(other);
      return procedure ? [{ procedure, ...(ask && { ask }), ...(choose && { choose }) }] : [];
    })
    .sort((one, other) => place(one) - place(other));
}

/** What tells candidates apart: for each, when to choose it, as the files of the others say, or else whom it is for. */
export function candidatesOf(hits: readonly Hit[]): Alike[] {
  return hits.map(({ procedure }) => {
    const told = hits.flatMap((hit) => hit.procedure.related.filter(({ code }) => code === procedure.code));
    const choose = told.find((one) => one.choose !== undefined)?.choose;
    return { procedure, ...(choose === undefined ? { who: procedure.who } : { choose }) };
  });
}

/** The question that tells the first two candidates apart, from the file of either. */
export function tellingQuestion([first, second]: readonly Hit[]): Line | undefined {
  const from = (one: Hit | undefined, other: Hit | undefined): Line | undefined => {
    const ask = one?.procedure.related.find(({ code }) => code === other?.procedure.code)?.ask;
    return one && ask !== undefined
      ? { text: ask, heading: "related", quote: ask, file: one.procedure.file }
      : undefined;
  };
  return from(first, second) ?? from(second, first);
}

/** One look-alike as a line. */
export function alikeLine({ procedure, ask, choose, who }: Alike, words: Words["staff"]): Line {
  const name = fill(words.alike, { name: procedure.name, code: procedure.code });
  const apart = [
    ask === undefined ? "" : fill(words.alikeAsk, { ask }),
    choose === undefined ? "" : fill(words.alikeChoose, { choose }),
    who === undefined ? "" : fill(words.alikeWho, { who }),
  ].filter((part) => part !== "");
  const text = [name, ...apart].join(" ");
  return { text, heading: "related", quote: text };
}
