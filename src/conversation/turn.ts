import type { Inbound, Outcome, Session, Skill, Turn } from "../core/conversation.ts";
import { AppError } from "../core/errors.ts";
import type { Snapshot } from "../core/knowledge.ts";
import type { Day } from "../core/procedure.ts";
import type { Search } from "../core/search.ts";
import { pressedBy } from "../skills/offered.ts";
import { replyWith } from "../skills/reply.ts";
import { clean } from "../text/clean.ts";
import { readCommand, saidIn } from "./commands.ts";
import { route } from "./router.ts";
import { current } from "./session.ts";

export interface ConversationOptions {
  readonly skills: readonly Skill[];
  /** What is known now; asked anew for every message. */
  readonly knowledge: () => Snapshot;
  readonly search: () => Search;
  /** The day in Vietnam. */
  readonly today: () => Day;
  /** Who somebody is. */
  readonly role?: (inbound: Inbound) => Turn["role"];
  /** What is said when a skill fails. */
  readonly failed: string;
  /** Told of every failure, which the citizen only hears as `failed`. */
  readonly onError?: (error: unknown, inbound: Inbound) => void;
}

export interface Conversation {
  /** Answers one message. Never rejects: a failure becomes a polite reply, and the session stays as it was. */
  reply(inbound: Inbound, session: Session): Promise<Outcome>;
}

/** One message from end to end: clean it, find what it presses, let the surest skill handle it, remember. */
export function createConversation(options: ConversationOptions): Conversation {
  return {
    async reply(inbound, session) {
      const at = inbound.at.toISOString();
      const known = current(session, inbound.at);
      try {
        const outcome = await handle(options, inbound, known);
        return { ...outcome, session: { ...outcome.session, at } };
      } catch (error) {
        options.onError?.(error, inbound);
        const sentence = error instanceof AppError ? error.citizen : options.failed;
        return { reply: replyWith("clarify", sentence), session: { ...known, at } };
      }
    },
  };
}

async function handle(options: ConversationOptions, inbound: Inbound, session: Session): Promise<Outcome> {
  const { skills, knowledge, search, today, role } = options;
  const said = clean(saidIn(inbound));
  const text = (inbound.kind === "forward" ? undefined : readCommand(said)) ?? said;
  const turn: Turn = {
    inbound,
    text: pressedBy(text, session.offered) ?? text,
    session,
    knowledge: knowledge(),
    search: search(),
    today: today(),
    role: role?.(inbound) ?? "citizen",
  };
  const skill = route(skills, turn);
  if (!skill) throw new AppError("unclaimed", "No skill claims this turn", options.failed);
  return skill.handle(turn);
}
