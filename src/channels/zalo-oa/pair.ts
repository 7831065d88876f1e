import { createHash } from "node:crypto";
import { z } from "zod";
import type { Store } from "../../core/store.ts";

const KEY = "zalo/tokens";
/** Used refresh tokens remembered; at one in 20 hours, more than the three months for which any of them is valid. */
const REMEMBERED = 150;

const pair = z.object({
  /** Missing when only a refresh token is known. */
  accessToken: z.string().optional(),
  refreshToken: z.string(),
  /** When to get a new pair, in milliseconds since 1970. */
  refreshAt: z.number(),
  /** Digests of the refresh tokens that this pair took the place of. */
  used: z.array(z.string()),
  /** Why Zalo gives no new pair for this one: an operator must set new tokens. */
  stopped: z.string().optional(),
});

/** The tokens in use, as all processes see them. */
export type Pair = z.infer<typeof pair>;

/** The tokens that an operator has set. */
export interface GivenTokens {
  readonly refreshToken: string;
  readonly accessToken?: string;
}

/** The tokens in use; undefined when there are none yet. */
export async function readPair(store: Store): Promise<Pair | undefined> {
  return pair.safeParse((await store.get(KEY))?.value).data;
}

/** Keeps a pair that Zalo has just given out, whatever was kept before: it is the only one that is valid. */
export async function keepPair(store: Store, fresh: Pair): Promise<void> {
  await store.put(KEY, fresh);
}

/**
 * Notes why Zalo gives no new pair for `refused`, unless others have come in its place since.
 * @param tokenDead its access token is of no use any more either
 * @returns the pair that is kept now
 */
export async function stopPair(store: Store, refused: Pair, reason: string, tokenDead: boolean): Promise<Pair> {
  const stored = await store.get(KEY);
  const current = pair.safeParse(stored?.value).data;
  if (stored && current && current.refreshToken !== refused.refreshToken) return current;
  const { accessToken, ...rest } = refused;
  const next = { ...rest, stopped: reason, ...(!tokenDead && accessToken !== undefined && { accessToken }) };
  const version = await store.put(KEY, next, { ifVersion: stored?.version ?? 0 });
  return version === "conflict" ? stopPair(store, refused, reason, tokenDead) : next;
}

/** The pair after `old`; `old` will not be taken for news again. */
export function succeed(old: Pair | undefined, next: Omit<Pair, "used" | "stopped">): Pair {
  const used = old ? [...old.used, digest(old.refreshToken)] : [];
  return { ...next, used: used.slice(-REMEMBERED) };
}

/**
 * The tokens to go on with: those kept, unless the operator has since set others that were never used.
 * @param refreshAt when to renew the operator's
 */
export async function adoptPair(store: Store, given: GivenTokens, refreshAt: number): Promise<Pair> {
  const stored = await store.get(KEY);
  const kept = pair.safeParse(stored?.value).data;
  const known = kept && [...kept.used, digest(kept.refreshToken)].includes(digest(given.refreshToken));
  if (known) return kept;
  const { refreshToken, accessToken } = given;
  const next = succeed(kept, { refreshToken, refreshAt, ...(accessToken !== undefined && { accessToken }) });
  const version = await store.put(KEY, next, { ifVersion: stored?.version ?? 0 });
  return version === "conflict" ? adoptPair(store, given, refreshAt) : next;
}

/** Tokens are recognised by their digests, so that old ones need not be kept. */
function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
