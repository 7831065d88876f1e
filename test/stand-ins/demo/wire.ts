import { shortened } from "../../../src/channels/split.ts";
import type { Passed } from "./tap.ts";
import type { WireEntry } from "./view.ts";

/** Most calls that are remembered. */
const KEPT = 40;
/** Most characters that are shown of what a call says. */
const WORDS = 70;

export interface Wired {
  readonly from: string;
  readonly to: string;
  readonly passed: Passed;
}

/** What went over the wire, newest first. */
export class Wire {
  readonly #now: () => Date;
  #entries: readonly WireEntry[] = [];
  #count = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get entries(): readonly WireEntry[] {
    return this.#entries;
  }

  /** Remembers a call, unless it only asked for news and there was none. */
  add({ from, to, passed }: Wired): void {
    const answer = jsonOf(passed.answer);
    const polled = methodOf(passed.path) === "getUpdates";
    if (polled && answer.ok === true && lengthOf(answer.result) === 0) return;
    const fault = faultOf(answer);
    const words = wordsIn(polled ? answer : jsonOf(passed.request));
    const entry: WireEntry = {
      id: ++this.#count,
      at: this.#now().getTime(),
      from,
      to,
      what: whatOf(passed, answer),
      status: passed.status,
      ...(words !== undefined && { words }),
      ...(fault !== undefined && { fault }),
      ...(!polled && { ms: passed.ms }),
    };
    this.#entries = [entry, ...this.#entries].slice(0, KEPT);
  }
}

/** The body of a call, as far as it is a JSON object. */
export function jsonOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The last step of a path, without the query: Telegram's method, Zalo's last word. */
export function methodOf(path: string): string {
  return path.split("?")[0]?.split("/").at(-1) ?? "";
}

/** What was asked for. Tokens stand in the paths of bots: only what follows them is told. */
function whatOf({ path, request }: Passed, answer: Readonly<Record<string, unknown>>): string {
  const { event_name } = jsonOf(request);
  if (typeof event_name === "string") return event_name;
  const [route = ""] = path.split("?");
  const what = route.replace(/^\/(?:file\/)?bot[^/]+\//, "");
  return methodOf(path) === "getUpdates" ? `${what} (${lengthOf(answer.result)})` : what;
}

/** The first words found: what was written, or the payload of a button. */
function wordsIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { text, caption, data } = value as Record<string, unknown>;
  const words = [text, caption, data].find((one) => typeof one === "string" && one !== "");
  if (words !== undefined) return shortened(String(words).replace(/\s+/g, " "), WORDS);
  for (const inner of Object.values(value)) {
    const found = wordsIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An error told in the body: Telegram's and Zalo's ways. */
function faultOf({
  ok,
  description,
  error,
  error_name,
  message,
}: Readonly<Record<string, unknown>>): string | undefined {
  if (ok === false) return String(description ?? "");
  if (typeof error === "number" && error !== 0) return `${error} ${message ?? error_name ?? ""}`.trim();
  return undefined;
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
