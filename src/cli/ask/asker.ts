import type { Assistant, Surroundings } from "../../assistant.ts";
import type { Reply } from "../../core/conversation.ts";

/** An answer as scripts read it: one JSON object a line. */
export interface Answer extends Reply {
  readonly id: string | number | null;
  readonly procedures: readonly (Reply["procedures"][number] & { readonly replaces?: readonly string[] })[];
  /** How long answering took, milliseconds. */
  readonly ms: number;
}

export interface AskedQuestion {
  /** Comes back in the answer. */
  readonly id: string | number | null;
  readonly text: string;
  /** Questions of one session are one conversation; a question without is one of its own. */
  readonly session?: string;
}

export type Asker = (question: AskedQuestion) => Promise<Answer>;

/** @param clock milliseconds from any start, for `ms` */
export function createAsker(
  assistant: Assistant,
  { now, newId }: Surroundings,
  clock: () => number = () => performance.now(),
): Asker {
  return async ({ id, text, session }) => {
    const start = clock();
    const person = session === undefined ? newId() : `session ${session}`;
    const reply = await assistant.answer({ id: newId(), channel: "ask", person, text, at: now() });
    const ms = Math.round((clock() - start) * 10) / 10;
    const { status, facets, buttons, sources } = reply;
    const procedures = reply.procedures.slice(0, 10).map((one) => ({ ...one, ...replacedBy(one.code, assistant) }));
    return { id, status, procedures, facets, text: reply.text, buttons, sources, ms };
  };
}

function replacedBy(code: string, { base }: Assistant): { replaces?: string[] } {
  const replaces = base.snapshot.procedures.get(code)?.replaces.map((old) => old.code) ?? [];
  return replaces.length === 0 ? {} : { replaces };
}
