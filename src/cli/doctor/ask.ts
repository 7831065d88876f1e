/** What became of a call: the answer, as text and, where it is JSON, as data; or why there was none. */
export type Asked =
  | {
      readonly status: "answered";
      readonly http: number;
      readonly text: string;
      readonly json: unknown;
      readonly date?: Date;
    }
  | { readonly status: "failed"; readonly reason: string };

/** Longest wait for an answer, milliseconds. */
const PATIENCE = 8_000;

/** Calls an address once. Never throws, and names no part of the address in its reason. */
export async function ask(address: string, init: RequestInit = {}): Promise<Asked> {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    const date = new Date(response.headers.get("date") ?? "");
    return {
      status: "answered",
      http: response.status,
      text,
      json: parse(text),
      ...(!Number.isNaN(date.getTime()) && { date }),
    };
  } catch (error) {
    return { status: "failed", reason: reasonOf(error) };
  }
}

/** Why a connection failed, in a word or a few: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `TimeoutError`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string" && code !== "") return code;
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return cause instanceof Error ? reasonOf(cause) : error.name === "Error" ? error.message.slice(0, 120) : error.name;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
