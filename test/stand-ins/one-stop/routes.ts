import type { HeldDossier } from "./dossiers.ts";
import { cgateRecord, igatePublicRecord, igateRecord, nationalRecord } from "./views.ts";

export const CLIENT = { id: "tro-ly", secret: "bi-mat-thu" };

export interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the server knows when it answers. */
export interface Hall {
  readonly find: (code: string) => HeldDossier | undefined;
  /** Lets somebody in: a new token or session. */
  readonly grant: () => string;
  readonly isGranted: (pass: string) => boolean;
}

type Route = (call: Call, hall: Hall) => Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });

/** Keycloak, realm `digo`: client credentials. */
const login: Route = ({ headers, body }, { grant }) => {
  const basic = Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64");
  const grants = new URLSearchParams(body).get("grant_type") === "client_credentials";
  if (headers.authorization !== `Basic ${basic}` || !grants) {
    return { status: 401, body: { error: "invalid_client", error_description: "Invalid client credentials" } };
  }
  return ok({ access_token: grant(), expires_in: 300, token_type: "Bearer" });
};

const igate: Route = ({ query, headers }, { find, isGranted }) => {
  const token = String(headers.authorization ?? "").replace(/^Bearer /, "");
  if (!isGranted(token)) return { status: 401, body: { error: "invalid_token" } };
  return ok(page(find(query.get("code") ?? ""), igateRecord));
};

const igatePublic: Route = ({ query }, { find }) => ok(page(find(query.get("keyword") ?? ""), igatePublicRecord));

function page(found: HeldDossier | undefined, view: (one: HeldDossier) => unknown): unknown {
  const content = found ? [view(found)] : [];
  return { content, number: 0, size: 10, numberOfElements: content.length, first: true, last: true, empty: !found };
}

const cgate: Route = ({ query }, { find }) => {
  const found = find(query.get("tukhoa") ?? "");
  return ok(found ? [cgateRecord(found)] : []);
};

const nationalLogin: Route = ({ headers, body }, { grant }) => {
  const { username, password } = JSON.parse(body);
  const known = username === CLIENT.id && password === CLIENT.secret && headers.dstcode !== undefined;
  return ok(known ? { session: grant(), error_code: 0 } : { error_code: 1, message: "Sai tài khoản" });
};

const national: Route = ({ body }, { find, isGranted }) => {
  const { session, service, MaHoSo, madonvi } = JSON.parse(body);
  if (!isGranted(session)) return ok({ error_code: "-1", message: "Phiên không hợp lệ" });
  if (service !== "TraCuuHoSo" || !madonvi) return ok({ error_code: "2", message: "Dịch vụ không có" });
  const found = find(MaHoSo);
  return ok({ error_code: "0", result: found ? [nationalRecord(found)] : [] });
};

/** By method and path; those that `fails` says may be hit by faults. */
export const ROUTES: Readonly<Record<string, { readonly route: Route; readonly fails: boolean }>> = {
  "POST /auth/realms/digo/protocol/openid-connect/token": { route: login, fails: false },
  "GET /pa/dossier-search/dvc": { route: igate, fails: true },
  "GET /dossier/--public": { route: igatePublic, fails: true },
  "GET /api/hoso/tracuuhoso": { route: cgate, fails: true },
  "POST /XrdAdapter/RestService/forward/mapi/login": { route: nationalLogin, fails: false },
  "POST /XrdAdapter/RestService/forward/mapi/g": { route: national, fails: true },
};
