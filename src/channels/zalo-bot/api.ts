import { z } from "zod";

/** Where the bots live (docs.zaloplatforms.com/docs/BOT); before that it was bot-api.zapps.me. */
const ROOT = "https://bot-api.zaloplatforms.com";

/** Longest wait for an answer, in seconds, beyond the time that a call is held open on purpose. */
const CALL_SECONDS = 15;

/** Success and failure are told apart by `ok`; the HTTP status says nothing (docs.zaloplatforms.com/docs/BOT). */
const answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.unknown().optional() }),
  z.object({ ok: z.literal(false), error_code: z.int(), description: z.string().default("") }),
]);

/** What the platform answers instead of a result. */
export class BotApiError extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
  ) {
    super(`${code} ${description}`);
    this.name = "BotApiError";
  }
}

export interface BotApi {
  /**
   * Calls a method of the Bot API and returns its result, unchecked.
   * @param holds seconds for which the platform may hold the call open
   * @throws BotApiError when the platform says no, another error when it cannot be asked or understood
   */
  call(method: string, payload?: Readonly<Record<string, unknown>>, holds?: number): Promise<unknown>;
}

/** A client of the Bot API: `POST {root}/bot<token>/<method>` with JSON. */
export function createBotApi(token: string, root: string = ROOT): BotApi {
  const base = `${root.replace(/\/+$/, "")}/bot${token}`;
  return {
    async call(method, payload = {}, holds = 0) {
      const response = await fetch(`${base}/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(payload),
        signal: AbortSignal.timeout((holds + CALL_SECONDS) * 1_000),
        redirect: "error",
      });
      const said = answer.parse(await response.json());
      if (!said.ok) throw new BotApiError(said.error_code, said.description);
      return said.result;
    },
  };
}
