import type { Logger } from "pino";
import { loggable } from "../../core/errors.ts";
import type { Store } from "../../core/store.ts";
import { type OauthSettings, renewPair } from "./oauth.ts";
import { adoptPair, type GivenTokens, keepPair, type Pair, stopPair, succeed } from "./pair.ts";

/** An access token lives for 25 hours; it is renewed at this age, in milliseconds. */
const AGE = 20 * 3_600_000;
/** Part of its life after which a token is renewed that lives shorter than usual. */
const SHARE = 0.8;
/** One process renews at a time; longer than a call to Zalo can take, in milliseconds. */
const CLAIM = { key: "zalo/renewal", ttl: 60_000 };
/** Waits, in milliseconds: for another process that renews; after a call that failed; until an operator has come. */
const BUSY = 1_000;
const FAULT = 30_000;
const STOPPED = 60_000;

/** Leave to call Zalo now, or when to ask again (milliseconds). */
export type Access =
  | { readonly status: "ready"; readonly token: string }
  | { readonly status: "later"; readonly after: number; readonly reason: string };

/** Keeps the access token valid, one renewal at a time over all processes. Never throws. */
export interface TokenKeeper {
  /** The token to call with, renewed where it is old. */
  access(): Promise<Access>;
  /** The token to call with after Zalo has refused this one. */
  renew(refused: string): Promise<Access>;
}

export interface TokenKeeperOptions {
  readonly settings: OauthSettings & GivenTokens;
  readonly store: Store;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * A new pair is durable before it is used, since the old one is dead from the moment the new one exists. Where Zalo refuses
 * to renew, nobody asks again until an operator has set new tokens.
 */
export function createTokenKeeper({ settings, store, log, now }: TokenKeeperOptions): TokenKeeper {
  let known: Pair | undefined;
  let unkept: Pair | undefined;
  let renewing: Promise<Access> | undefined;
  let notBefore = 0;
  let told: string | undefined;

  const later = (after: number, reason: string): Access => ({ status: "later", after, reason });
  const time = () => now().getTime();

  function ready(pair: Pair): Access {
    known = pair;
    told = undefined;
    return pair.accessToken === undefined ? later(BUSY, "no token yet") : { status: "ready", token: pair.accessToken };
  }

  function stopped(reason: string): Access {
    known = undefined;
    if (told !== reason) {
      log.error(
        { alarm: "zalo_tokens", reason },
        "Zalo gives out no new tokens: nothing can be sent on Zalo until the Official Account has authorised the app " +
          "again and ZALO_REFRESH_TOKEN and ZALO_ACCESS_TOKEN are set to the new tokens",
      );
    }
    told = reason;
    return later(STOPPED, reason);
  }

  const adopt = () => adoptPair(store, settings, time() + AGE);

  /** Makes what Zalo gave out durable; until then it is not used, and tried again before anything else. */
  async function keep(fresh: Pair): Promise<Access> {
    unkept = fresh;
    await keepPair(store, fresh);
    unkept = undefined;
    return ready(fresh);
  }

  /** Notes that asking again is of no use; a token that Zalo still takes serves on. */
  async function stop(pair: Pair, reason: string, refused: boolean): Promise<Access> {
    const kept = await stopPair(store, pair, reason, refused);
    return kept.stopped === undefined ? ready(kept) : stopped(kept.stopped);
  }

  /** Renews unless another process has done it since. Only for the holder of the claim. */
  async function renewAlone(stale: string | undefined, refused: boolean): Promise<Access> {
    if (unkept) return keep(unkept);
    const pair = await adopt();
    if (pair.accessToken !== stale && pair.accessToken !== undefined) return ready(pair);
    if (pair.stopped !== undefined) return stop(pair, pair.stopped, refused);
    if (time() < notBefore) return later(notBefore - time(), "renewal failed");
    const answer = await renewPair(settings, pair.refreshToken);
    if (answer.status === "renewed") {
      const { accessToken, refreshToken, seconds } = answer;
      const refreshAt = time() + Math.min(AGE, seconds * 1_000 * SHARE);
      return keep(succeed(pair, { accessToken, refreshToken, refreshAt }));
    }
    if (answer.status === "later") {
      log.warn({ reason: answer.reason }, "Zalo's tokens could not be renewed; trying again");
      notBefore = time() + FAULT;
      return later(FAULT, answer.reason);
    }
    return stop(pair, `${answer.code} ${answer.reason}`.trim(), refused);
  }

  async function renewClaimed(stale: string | undefined, refused: boolean): Promise<Access> {
    try {
      const giveBack = await store.claim(CLAIM.key, CLAIM.ttl);
      if (giveBack === undefined) return later(BUSY, "another process renews");
      try {
        return await renewAlone(stale, refused);
      } finally {
        await giveBack();
      }
    } catch (error) {
      log.error(loggable(error), "Zalo's tokens could not be read or kept");
      return later(BUSY, "the store is away");
    }
  }

  /** Within this process, all who ask meanwhile wait for the same renewal. */
  function renewOnce(stale: string | undefined, refused: boolean): Promise<Access> {
    renewing ??= renewClaimed(stale, refused).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function load(): Promise<Pair | undefined> {
    try {
      known ??= await adopt();
    } catch (error) {
      log.error(loggable(error), "Zalo's tokens could not be read");
    }
    return known;
  }

  return {
    async access() {
      const pair = await load();
      if (pair === undefined) return later(BUSY, "the store is away");
      const { accessToken: token, stopped: reason } = pair;
      if (token === undefined) return reason === undefined ? renewOnce(token, false) : stopped(reason);
      if (reason !== undefined) stopped(reason);
      else if (time() >= pair.refreshAt) {
        const renewed = await renewOnce(token, false);
        // An old token still lives for some hours, unless there is a new one.
        if (renewed.status === "ready" || unkept !== undefined) return renewed;
      }
      return { status: "ready", token };
    },
    async renew(refused) {
      const token = known?.accessToken;
      return token !== undefined && token !== refused ? { status: "ready", token } : renewOnce(refused, true);
    },
  };
}
