import { Unusable } from "./down.ts";

/** Bytes of an answer; a search gives a few kilobytes. */
export const LARGEST_ANSWER = 1_048_576;

export interface Question {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks a JSON interface once; the signal ends it, the reading of the body too.
 * @returns what it answered; "unauthorized" for status 401
 * @throws Unusable for any other status than 200, a redirect, a body that is too long or is no JSON
 */
export async function ask({ url, ...request }: Question, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { ...request, redirect: "manual", signal });
  if (response.status !== 200) {
    await response.body?.cancel();
    if (response.status === 401) return "unauthorized";
    throw new Unusable(`it answered ${response.status}`);
  }
  const body = await readBody(response);
  try {
    return JSON.parse(body);
  } catch {
    throw new Unusable(body.trim() === "" ? "it answered nothing" : "its answer is no JSON");
  }
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new Unusable(`its answer is longer than ${LARGEST_ANSWER} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A setting's address without the slashes at its end. */
export function base(url: string): string {
  return url.replace(/\/+$/, "");
}
