import { z } from "zod";
import { parseExact } from "./json.ts";

/** Longest wait for an answer of Zalo, in milliseconds. */
const PATIENCE = 10_000;

/** What a call came to, before it is known what the answer means. */
export type Answer =
  | { readonly status: "json"; readonly value: unknown }
  | { readonly status: "limited" }
  /** No answer, or none of Zalo's: a broken connection, a proxy's page, a redirection. */
  | { readonly status: "none"; readonly reason: string };

/**
 * Calls Zalo and reads the answer as JSON. Redirections are not followed: they would carry the tokens elsewhere. Never
 * throws; a reason names neither address nor token.
 */
export async function callJson(url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
    const value = parseExact(await response.text());
    if (response.status === 429) return { status: "limited" };
    const isJson = typeof value === "object" && value !== null;
    return isJson && response.status < 500
      ? { status: "json", value }
      : { status: "none", reason: `HTTP ${response.status}` };
  } catch (error) {
    return { status: "none", reason: reasonOf(error) };
  }
}

/** A number that stands in an answer as one or as its digits; no error is 0. */
export const errorCode = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

/** A base address without the slash at its end. */
export function rootOf(address: string): string {
  return address.replace(/\/+$/, "");
}

/** The code of a network error; its message may name the address. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : String(name);
}
