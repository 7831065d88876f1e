import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fields } from "./checks.ts";
import type { App, Credentials } from "./credentials.ts";
import { ApiFault } from "./errors.ts";
import type { Fault } from "./fault.ts";
import { type Desk, METHODS } from "./methods.ts";
import { exchange, OAUTH_PATH } from "./oauth.ts";
import type { Upload } from "./uploads.ts";

/** One call, with all that it can touch. */
export interface Route {
  readonly app: App;
  readonly credentials: Credentials;
  readonly desk: Desk;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly fault: Fault | undefined;
}

const UPLOAD = /^\/v2\.0\/oa\/upload\/(image|gif|file)$/;
const FILES = /^\/files\//;
const PERMISSION = "/v4/oa/permission";
/** Calls a minute that the headers tell of; going over it is a matter of faults on demand. */
const RATE = { "x-ratelimit-limit": "4000", "x-ratelimit-remain": "3999" };

/** Answers a call, or fails as it is told. */
export async function handle(route: Route): Promise<void> {
  const { request, response, url, fault, desk } = route;
  const file = desk.state.files.get(url.pathname.replace(FILES, ""));
  if (file && request.method === "GET") return void response.writeHead(200).end(file);
  const bytes = await bytesOf(request);
  const { method = "", headers } = request;
  desk.state.calls.push({ path: url.pathname, headers, query: url.search, body: readJson(bytes) ?? String(bytes) });
  if (fault?.kind === "page") return void response.writeHead(fault.status).end("<html>Xin thử lại</html>");
  if (fault?.kind === "moved") return void response.writeHead(302, { location: fault.to }).end();
  if (fault?.kind === "cut" && fault.when === "before") return void response.destroy();
  if (fault?.kind === "error") return sendJson(response, new ApiFault(fault.code, fault.message).body);
  const body = await answer(route, method, bytes);
  if (fault?.kind === "cut") return void response.destroy();
  if (typeof body === "string") return void response.writeHead(302, { location: body }).end();
  if (body === undefined) return void response.writeHead(404).end("<html>Not found</html>");
  sendJson(response, body);
}

/** The JSON of the answer; an address to go on to; undefined for a path that Zalo does not have. */
async function answer(route: Route, method: string, bytes: Buffer): Promise<Fields | string | undefined> {
  const { app, credentials, url, request, desk } = route;
  if (url.pathname === OAUTH_PATH && method === "POST") {
    return exchange(app, credentials, new URLSearchParams(String(bytes)), request.headers.secret_key) as Fields;
  }
  if (url.pathname === PERMISSION) return consented(route);
  const [, kind] = (method === "POST" && url.pathname.match(UPLOAD)) || [];
  const called = METHODS[`${method} ${url.pathname}`];
  if (kind === undefined && called === undefined) return undefined;
  try {
    authorise(route);
    if (kind) return success(await desk.uploads.take(kind as Upload["kind"], await formOf(request, bytes)));
    return called && success(called(desk, fieldsOf(route, method, bytes)));
  } catch (error) {
    if (error instanceof ApiFault) return error.body;
    throw error;
  }
}

/** The token counts only in its header. @throws ApiFault -216, -220, -242 */
function authorise({ app, credentials, request: { headers } }: Route): void {
  const state = credentials.accessState(headers.access_token);
  if (state === "invalid") throw new ApiFault(-216, "Access token is invalid");
  if (state === "expired") throw new ApiFault(-220, "Access token has expired");
  const proof = createHmac("sha256", app.appSecret).update(String(headers.access_token)).digest("hex");
  if (app.proof && headers.appsecret_proof !== proof) throw new ApiFault(-242, "appsecret_proof is invalid");
}

/** The page on which the Official Account agrees, agreed to at once: back to the app with a code. */
function consented({ app, credentials, url }: Route): string {
  const back = new URL(url.searchParams.get("redirect_uri") ?? "");
  back.searchParams.set("code", credentials.consent(url.searchParams.get("code_challenge") ?? ""));
  back.searchParams.set("oa_id", app.oaId);
  back.searchParams.set("state", url.searchParams.get("state") ?? "");
  return back.href;
}

function fieldsOf({ url }: Route, method: string, bytes: Buffer): Fields {
  const fields = method === "GET" ? JSON.parse(url.searchParams.get("data") ?? "{}") : readJson(bytes);
  if (typeof fields !== "object" || fields === null) throw new ApiFault(-201, "body is invalid!");
  return fields;
}

async function formOf({ headers }: IncomingMessage, bytes: Buffer): Promise<FormData> {
  try {
    const init = { headers: { "content-type": headers["content-type"] ?? "" } };
    return await new Response(new Uint8Array(bytes), init).formData();
  } catch {
    throw new ApiFault(-201, "file is invalid!");
  }
}

function success(data: unknown): Fields {
  return { data, error: 0, message: "Success" };
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(String(bytes));
  } catch {
    return undefined;
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sendJson(response: ServerResponse, body: unknown): void {
  if (!response.writable) return;
  response.writeHead(200, { "content-type": "application/json", ...RATE }).end(JSON.stringify(body));
}
