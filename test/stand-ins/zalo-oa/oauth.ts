import { createHash } from "node:crypto";
import type { App, Credentials, TokenPair } from "./credentials.ts";

export const OAUTH_PATH = "/v4/oa/access_token";

/** Error numbers as documented; the one for a used-up token is not, and stands for it here. */
const APP_ID = [-14002, "Invalid appId"] as const;
const SECRET = [-14004, "Invalid secret key"] as const;
const GRANT = [-14005, "Invalid grant type"] as const;
const CODE = [-14019, "Invalid code"] as const;
const USED_UP = [-14014, "Invalid refresh token"] as const;

/** `POST /v4/oa/access_token`: a pair of tokens for a code or for a refresh token, or an error with HTTP 200. */
export function exchange(app: App, credentials: Credentials, form: URLSearchParams, secret: unknown): unknown {
  if (form.get("app_id") !== app.appId) return failure(APP_ID);
  if (secret !== app.appSecret) return failure(SECRET);
  switch (form.get("grant_type")) {
    case "refresh_token":
      if (!credentials.refreshes(form.get("refresh_token"))) return failure(USED_UP);
      return success(credentials.renew(), credentials.seconds);
    case "authorization_code": {
      const challenge = credentials.takeCode(form.get("code") ?? "");
      const verifier = form.get("code_verifier") ?? "";
      if (challenge === undefined || challenge !== challengeOf(verifier)) return failure(CODE);
      return success(credentials.renew(), credentials.seconds);
    }
    default:
      return failure(GRANT);
  }
}

/** PKCE, S256: base64url of the SHA-256 of a verifier, without padding. */
export function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

function success({ accessToken, refreshToken }: TokenPair, seconds: string): unknown {
  return { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds };
}

function failure([error, name]: readonly [number, string]): unknown {
  const ref = "https://developers.zalo.me/docs/social-api/tham-khao/ma-loi";
  return { error, error_name: name, error_reason: name, ref_doc: ref, error_description: name };
}
