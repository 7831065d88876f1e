import { z } from "zod";
import { callJson, errorCode } from "./http.ts";
import { appsecretProof } from "./signature.ts";
import type { Access, TokenKeeper } from "./token-keeper.ts";

export const API_ROOT = "https://openapi.zalo.me";

/** The access token is invalid or expired; the last one is of older documents. */
const TOKEN_REFUSED: readonly number[] = [-216, -220, -124];
/** Too many requests. */
export const LIMITED = -32;

/** What became of a call. */
export type Called =
  | { readonly status: "done"; readonly data: unknown }
  /** Zalo's own error; it comes with HTTP 200. */
  | { readonly status: "error"; readonly code: number; readonly message: string }
  | { readonly status: "none"; readonly reason: string }
  /** Not called: there is no token to call with, for so many milliseconds. */
  | { readonly status: "later"; readonly after: number; readonly reason: string };

/** The OpenAPI of an Official Account (docs.zaloplatforms.com/docs/OA). Never throws. */
export interface Client {
  /** Posts JSON, or a form with a file, to a path such as `/v3.0/oa/message/cs`. */
  post(path: string, body: Readonly<Record<string, unknown>> | FormData): Promise<Called>;
}

export interface ClientOptions {
  /** Base of the API, without a slash at its end. */
  readonly root: string;
  readonly tokens: TokenKeeper;
  /** Given where the app asks for `appsecret_proof`. */
  readonly proofSecret: string | undefined;
}

const answered = z.object({ error: errorCode, message: z.string().catch(""), data: z.unknown().optional() });
/** Longest text of an error that is passed on. */
const REASON = 200;

/** A client that renews its token once, and repeats the call once, when Zalo refuses the token. */
export function createClient({ root, tokens, proofSecret }: ClientOptions): Client {
  async function call(
    path: string,
    body: Readonly<Record<string, unknown>> | FormData,
    token: string,
  ): Promise<Called> {
    const isForm = body instanceof FormData;
    const answer = await callJson(root + path, {
      method: "POST",
      headers: {
        access_token: token,
        ...(proofSecret !== undefined && { appsecret_proof: appsecretProof(proofSecret, token) }),
        ...(!isForm && { "content-type": "application/json" }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
    if (answer.status === "limited") return { status: "error", code: LIMITED, message: "HTTP 429" };
    return answer.status === "none" ? answer : readAnswer(answer.value);
  }

  const withToken = async (access: Access, use: (token: string) => Promise<Called>): Promise<Called> =>
    access.status === "ready" ? use(access.token) : access;

  return {
    async post(path, body) {
      return withToken(await tokens.access(), async (token) => {
        const first = await call(path, body, token);
        if (first.status !== "error" || !TOKEN_REFUSED.includes(first.code)) return first;
        return withToken(await tokens.renew(token), (renewed) => call(path, body, renewed));
      });
    },
  };
}

function readAnswer(value: unknown): Called {
  const answer = answered.safeParse(value).data;
  if (answer === undefined) return { status: "none", reason: "an answer that cannot be read" };
  const { error: code, message, data } = answer;
  return code === 0 ? { status: "done", data } : { status: "error", code, message: message.slice(0, REASON) };
}
