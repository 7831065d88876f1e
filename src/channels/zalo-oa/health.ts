import { createRequire } from "node:module";
import { OA } from "zalo-api";
import { z } from "zod";
import type { Store } from "../../core/store.ts";
import { API_ROOT } from "./client.ts";
import { faultOf } from "./faults.ts";
import { errorCode, rootOf } from "./http.ts";
import { readPair } from "./pair.ts";
import { appsecretProof } from "./signature.ts";
import type { ZaloOaSettings } from "./zalo-oa.ts";

export type Health = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string };

/** Where a call of the package really goes, and with what. */
interface Detour {
  readonly root: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The part of an axios request that is changed. */
interface Request {
  url?: string;
  params?: { access_token?: string; detour?: Detour };
  timeout?: number;
  maxRedirects?: number;
  proxy?: false;
  readonly headers: { set(name: string, value: string): void };
}

interface Axios {
  readonly interceptors: { readonly request: { use(change: (request: Request) => Request): number } };
}

/** Longest wait for the answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * The package puts the token into the address, goes to a fixed host and waits for ever. It has its own copy of axios, loaded
 * with `require`: an interceptor on an imported one would never be called.
 */
const require = createRequire(import.meta.url);
const axios: Axios = createRequire(require.resolve("zalo-api"))("axios").default;
axios.interceptors.request.use((request) => {
  // Others may share this copy.
  if (!request.url?.startsWith(`${API_ROOT}/`)) return request;
  const { access_token: token, detour, ...params } = request.params ?? {};
  if (token === undefined || detour === undefined) throw new Error("a call of zalo-api that does not come from here");
  request.headers.set("access_token", token);
  for (const [name, value] of Object.entries(detour.headers)) request.headers.set(name, value);
  const url = detour.root + request.url.slice(API_ROOT.length);
  return Object.assign(request, { url, params, timeout: PATIENCE, maxRedirects: 0, proxy: false });
});

const answered = z.object({
  error: errorCode,
  data: z.object({ name: z.string() }).optional(),
});

/**
 * Asks Zalo who we are: whether address, token and permissions are right.
 * @param store where a running service keeps the tokens in use; else those of the settings are tried
 */
export async function checkZaloOa(settings: ZaloOaSettings, store?: Store): Promise<Health> {
  const { appSecret, apiRoot = API_ROOT, proof } = settings;
  const kept = store && (await readPair(store));
  const token = kept?.accessToken ?? settings.accessToken;
  if (kept?.stopped !== undefined) return { ok: false, reason: `Zalo gives out no new tokens (${kept.stopped})` };
  if (token === undefined)
    return { ok: false, reason: "there is no access token yet: it comes with the first message" };
  const headers = proof ? { appsecret_proof: appsecretProof(appSecret, token) } : undefined;
  const options = { access_token: token, detour: { root: rootOf(apiRoot), headers: headers ?? {} } };
  try {
    return read(await OA.get_info(options));
  } catch (error) {
    // Errors of axios hold the request with its token.
    const { code, response } = error as { code?: unknown; response?: { status?: unknown } };
    return { ok: false, reason: `Zalo did not answer (${response ? `HTTP ${response.status}` : String(code)})` };
  }
}

function read(value: unknown): Health {
  const answer = answered.safeParse(value).data;
  if (answer?.error === 0 && answer.data) return { ok: true, name: answer.data.name };
  if (answer === undefined || answer.error === 0) return { ok: false, reason: "an answer that cannot be read" };
  const fault = faultOf(answer.error);
  return { ok: false, reason: `Zalo answered ${answer.error}${fault.kind === "alarm" ? `: ${fault.advice}` : ""}` };
}
