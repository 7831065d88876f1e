import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DOSSIER_STATES } from "../../../src/core/one-stop.ts";
import { CODES, STATE_NAMES } from "./dossiers.ts";
import { CLIENT } from "./routes.ts";
import { OneStopStandIn } from "./server.ts";

const NOW = new Date("2026-11-24T03:00:00Z");
let standIn: OneStopStandIn;
beforeEach(async () => {
  standIn = await OneStopStandIn.start({ now: () => NOW, seed: 3 });
});
afterEach(() => standIn.close());

const get = (path: string, headers = {}) => fetch(`${standIn.root}${path}`, { headers });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${standIn.root}${path}`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** The JSON of an answer, whose fields the tests look at. */
async function json(response: Response | Promise<Response>) {
  return (await (await response).json()) as {
    access_token?: string;
    session?: string;
    content?: { code: string; statusCurrentTask: unknown; appointmentDate: string }[];
  };
}

const TOKEN = "/auth/realms/digo/protocol/openid-connect/token";
const basic = (secret: string) => ({
  authorization: `Basic ${Buffer.from(`${CLIENT.id}:${secret}`).toString("base64")}`,
  "content-type": "application/x-www-form-urlencoded",
});

async function token(): Promise<string> {
  const { access_token = "" } = await json(post(TOKEN, "grant_type=client_credentials", basic(CLIENT.secret)));
  return access_token;
}

describe("its dossiers", () => {
  it("are of each state, late, without an appointment, and as many more as wanted", async () => {
    const states = new Set([...standIn.dossiers.values()].map(({ state }) => state));
    expect([...states].sort()).toEqual([...DOSSIER_STATES].sort());
    expect(standIn.dossiers.get(CODES.overdue)?.dueAt?.getTime()).toBeLessThan(NOW.getTime());
    expect(standIn.dossiers.get(CODES.no_appointment)?.dueAt).toBeUndefined();
    const many = await OneStopStandIn.start({ now: () => NOW, more: 5_000 });
    expect(many.dossiers.size).toBe(5_000 + Object.keys(CODES).length);
    await many.close();
  });

  it("are the same for the same seed, and their numbers nobody's", async () => {
    const again = await OneStopStandIn.start({ now: () => NOW, seed: 3 });
    const other = await OneStopStandIn.start({ now: () => NOW, seed: 4 });
    expect([...again.dossiers]).toEqual([...standIn.dossiers]);
    expect([...other.dossiers]).not.toEqual([...standIn.dossiers]);
    for (const { phone, identity } of standIn.dossiers.values()) {
      expect(phone).toMatch(/^010\d{7}$/);
      expect(identity).toMatch(/^000\d{9}$/);
    }
    await Promise.all([again.close(), other.close()]);
  });

  it("change when told", () => {
    standIn.change(CODES.processing, { state: "needs_documents" });
    expect(standIn.dossiers.get(CODES.processing)).toMatchObject({
      state: "needs_documents",
      stateName: STATE_NAMES.needs_documents,
    });
    expect(() => standIn.change("H12-1", { state: "returned" })).toThrow(/no dossier/);
  });
});

describe("iGate", () => {
  it("gives tokens to its client alone", async () => {
    expect((await post(TOKEN, "grant_type=client_credentials", basic("sai"))).status).toBe(401);
    expect((await post(TOKEN, "grant_type=password", basic(CLIENT.secret))).status).toBe(401);
    const granted = await post(TOKEN, "grant_type=client_credentials", basic(CLIENT.secret));
    expect(await granted.json()).toMatchObject({ expires_in: 300, token_type: "Bearer" });
  });

  it("finds with a token that has not ended", async () => {
    const path = `/pa/dossier-search/dvc?page=0&size=10&spec=slice&code=${CODES.processing}`;
    const authorization = `Bearer ${await token()}`;
    expect(await (await get(path, { authorization })).json()).toMatchObject({
      content: [{ code: CODES.processing }],
      numberOfElements: 1,
      empty: false,
    });
    expect(await (await get("/pa/dossier-search/dvc?code=x", { authorization })).json()).toMatchObject({ content: [] });
    standIn.endPasses();
    expect((await get(path, { authorization })).status).toBe(401);
    expect((await get(path)).status).toBe(401);
  });

  it("writes names in three ways and dates with both offsets", async () => {
    const authorization = `Bearer ${await token()}`;
    const records = await Promise.all(
      DOSSIER_STATES.map(async (state) => {
        const { content = [] } = await json(get(`/pa/dossier-search/dvc?code=${CODES[state]}`, { authorization }));
        return content[0];
      }),
    );
    const kinds = records.map((one) =>
      Array.isArray(one?.statusCurrentTask) ? "array" : typeof one?.statusCurrentTask,
    );
    expect(new Set(kinds)).toEqual(new Set(["array", "object", "string"]));
    const offsets = records.map((one) => one?.appointmentDate.slice(-5));
    expect(new Set(offsets)).toEqual(new Set(["+0700", "+0000"]));
  });

  it("has a second search without a token", async () => {
    const { content = [] } = await json(get(`/dossier/--public?keyword=${CODES.returned}&page=0&size=10`));
    expect(content[0]).toMatchObject({ code: CODES.returned, dossierStatus: { id: 2 } });
  });
});

describe("the others", () => {
  it("CGATE answers with an array", async () => {
    const find = async (code: string) => (await get(`/api/hoso/tracuuhoso?tukhoa=${code}`)).json();
    expect(await find(CODES.processing)).toEqual([expect.objectContaining({ tinhtrang_hoso: "Đang xử lý" })]);
    expect(await find("x")).toEqual([]);
  });

  it("the National Portal wants a session", async () => {
    const forward = "/XrdAdapter/RestService/forward";
    const login = { username: CLIENT.id, password: CLIENT.secret };
    const denied = await (await post(`${forward}/mapi/login`, { ...login, password: "sai" }, { dstcode: "x" })).json();
    expect(denied).toMatchObject({ error_code: 1 });
    const { session } = await json(post(`${forward}/mapi/login`, login, { dstcode: "x" }));
    const ask = async (body: object) => (await post(`${forward}/mapi/g`, body)).json();
    const question = { session, madonvi: "000.00.00.H12", service: "TraCuuHoSo", MaHoSo: CODES.processing };
    expect(await ask(question)).toMatchObject({ error_code: "0", result: [{ TrangThaiHoSo: "4" }] });
    expect(await ask({ ...question, MaHoSo: "x" })).toEqual({ error_code: "0", result: [] });
    expect(await ask({ ...question, session: "x" })).toMatchObject({ error_code: "-1" });
  });

  it("what is not there is 404", async () => {
    expect((await get("/")).status).toBe(404);
  });
});

describe("its faults", () => {
  const search = () => get("/api/hoso/tracuuhoso?tukhoa=x");

  it("come once each, in their order", async () => {
    standIn.faults.plan({ kind: "status", status: 429 }, { kind: "html" }, { kind: "empty" });
    expect((await search()).status).toBe(429);
    expect(await (await search()).text()).toMatch(/^<!doctype html>/);
    expect(await (await search()).text()).toBe("");
    expect(await (await search()).json()).toEqual([]);
  });

  it("stay until they are taken away", async () => {
    standIn.faults.always({ kind: "cut" });
    for (let i = 0; i < 2; i++) await expect(search()).rejects.toThrow();
    standIn.faults.always();
    expect((await search()).status).toBe(200);
    expect(standIn.calls).toEqual(Array(3).fill("GET /api/hoso/tracuuhoso"));
  });

  it("never hit a log-in", async () => {
    standIn.faults.always({ kind: "status", status: 500 });
    expect(await token()).toMatch(/^pass-/);
  });
});
