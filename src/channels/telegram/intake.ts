import type { Logger } from "pino";
import { loggable } from "../../core/errors.ts";
import type { Accept } from "../../core/mail.ts";
import { readInbound } from "./inbound.ts";
import { chatOf, parseUpdate, type Update } from "./update.ts";

/** Where updates come in, whether they are fetched or brought. */
export interface Intake {
  /** Hands one update on; what is not for us counts as kept. */
  take(raw: unknown): Promise<"kept" | "unkept">;
  /** Hands on a batch, in order within each chat; resolves to the id of the first that must be sent again. */
  takeAll(batch: readonly unknown[]): Promise<number | undefined>;
}

export interface IntakeOptions {
  /** The id of our bot's own account. */
  readonly bot: number;
  readonly accept: Accept;
  readonly log: Logger;
  readonly now: () => Date;
  /** Called at once when a button was pressed, with the id of the press. */
  readonly onPress: (id: string) => void;
  /** Called when something new of a person waits for an answer. */
  readonly onNew: (person: string) => void;
}

/** Reads updates and hands over what they say. An update counts as kept only after `accept` resolved. */
export function createIntake({ bot, accept, log, now, onPress, onNew }: IntakeOptions): Intake {
  async function handOn(update: Update): Promise<void> {
    if (update.callback_query) onPress(update.callback_query.id);
    const inbound = readInbound(update, { bot, now: now() });
    if (inbound === undefined) return log.debug({ update: update.update_id }, "an update that is not for us");
    const news = await accept(inbound);
    if (news === "new" && inbound.kind !== "unfollow") onNew(inbound.person);
  }

  async function takeRead(update: Update | undefined): Promise<"kept" | "unkept"> {
    if (update === undefined) {
      log.warn("an update that cannot be read is left alone");
      return "kept";
    }
    try {
      await handOn(update);
      return "kept";
    } catch (error) {
      log.error({ update: update.update_id, ...loggable(error) }, "an update could not be kept; it will be sent again");
      return "unkept";
    }
  }

  /** The id of the first that is not kept; those behind it wait, so that none overtakes it. */
  async function takeInOrder(updates: readonly (Update | undefined)[]): Promise<number | undefined> {
    for (const update of updates) if ((await takeRead(update)) === "unkept") return update?.update_id;
    return undefined;
  }

  return {
    take: (raw) => takeRead(parseUpdate(raw)),
    async takeAll(batch) {
      const unkept = await Promise.all([...byChat(batch.map(parseUpdate)).values()].map(takeInOrder));
      const ids = unkept.filter((id) => id !== undefined);
      return ids.length === 0 ? undefined : Math.min(...ids);
    },
  };
}

function byChat(updates: readonly (Update | undefined)[]): Map<number | undefined, (Update | undefined)[]> {
  const chats = new Map<number | undefined, (Update | undefined)[]>();
  for (const update of updates) {
    const chat = update && chatOf(update);
    const others = chats.get(chat);
    if (others) others.push(update);
    else chats.set(chat, [update]);
  }
  return chats;
}
