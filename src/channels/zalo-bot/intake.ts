import type { Logger } from "pino";
import { loggable } from "../../core/errors.ts";
import type { Accept } from "../../core/mail.ts";
import { readInbound } from "./inbound.ts";
import { parseUpdate } from "./update.ts";

/** Where updates come in, whether they are fetched or brought. */
export interface Intake {
  /** Hands one update on; what is not for us counts as kept. */
  take(raw: unknown): Promise<"kept" | "unkept">;
}

export interface IntakeOptions {
  readonly accept: Accept;
  readonly log: Logger;
  readonly now: () => Date;
  /** Called when something new of a person waits for an answer. */
  readonly onNew: (person: string) => void;
}

/** Reads updates and hands over what they say. An update counts as kept only after `accept` resolved. */
export function createIntake({ accept, log, now, onNew }: IntakeOptions): Intake {
  return {
    async take(raw) {
      const update = parseUpdate(raw);
      if (update === undefined) {
        log.warn("an update that cannot be read is left alone");
        return "kept";
      }
      const inbound = readInbound(update, now());
      if (inbound === undefined) {
        log.debug({ event: update.event_name }, "an update that is not for us");
        return "kept";
      }
      try {
        if ((await accept(inbound)) === "new") onNew(inbound.person);
        return "kept";
      } catch (error) {
        log.error({ message: inbound.id, ...loggable(error) }, "an update could not be kept; it will be tried again");
        return "unkept";
      }
    },
  };
}
