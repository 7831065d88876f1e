import { z } from "zod";
import { callJson, errorCode, rootOf } from "./http.ts";

const OAUTH_ROOT = "https://oauth.zaloapp.com";
/** Of an access token, in seconds, where Zalo does not say. */
const LIFETIME = 90_000;
/** The only error after which asking again can help. */
const LIMITED = -32;

/** What became of asking for a new pair of tokens. */
export type Renewal =
  | {
      readonly status: "renewed";
      readonly accessToken: string;
      readonly refreshToken: string;
      readonly seconds: number;
    }
  /** Not now; the refresh token may or may not be used up. */
  | { readonly status: "later"; readonly reason: string }
  | { readonly status: "refused"; readonly code: number; readonly reason: string };

export interface OauthSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly oauthRoot?: string;
}

const success = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** A string of seconds. */
  expires_in: z.coerce.number().positive().catch(LIFETIME),
});

/** Errors come with HTTP 200. */
const failure = z.object({ error: errorCode, error_name: z.string().catch("") });

/**
 * Exchanges a refresh token for a new pair. The token is used up by it, and the old access token stops at once
 * (docs.zaloplatforms.com/docs/OA, authorising an app). Never throws.
 */
export async function renewPair(settings: OauthSettings, refreshToken: string): Promise<Renewal> {
  const { appId, appSecret, oauthRoot = OAUTH_ROOT } = settings;
  const answer = await callJson(`${rootOf(oauthRoot)}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: appSecret },
    body: new URLSearchParams({ grant_type: "refresh_token", app_id: appId, refresh_token: refreshToken }),
  });
  if (answer.status === "limited") return { status: "later", reason: "rate limit" };
  if (answer.status === "none") return { status: "later", reason: answer.reason };
  return readAnswer(answer.value);
}

function readAnswer(value: unknown): Renewal {
  const pair = success.safeParse(value).data;
  if (pair) {
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = pair;
    return { status: "renewed", accessToken, refreshToken, seconds };
  }
  const error = failure.safeParse(value).data;
  if (error === undefined || error.error === 0) return { status: "later", reason: "an answer that cannot be read" };
  if (error.error === LIMITED) return { status: "later", reason: "rate limit" };
  return { status: "refused", code: error.error, reason: error.error_name };
}
