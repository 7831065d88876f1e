import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Client, createClient } from "../../../src/channels/zalo-oa/client.ts";
import { appsecretProof } from "../../../src/channels/zalo-oa/signature.ts";
import type { Access, TokenKeeper } from "../../../src/channels/zalo-oa/token-keeper.ts";
import {
  broken,
  cutAfter,
  cutBefore,
  error,
  pageInstead,
  tokenInvalid,
  tooMany,
} from "../../stand-ins/zalo-oa/fault.ts";
import { MESSAGE_PATH } from "../../stand-ins/zalo-oa/methods.ts";
import { ZaloOaStandIn } from "../../stand-ins/zalo-oa/server.ts";

/** Keeps the stand-in's tokens: a renewal asks it for a new pair. */
class Keeper implements TokenKeeper {
  renewed: string[] = [];
  answer: Access | undefined;
  readonly #standIn: ZaloOaStandIn;

  constructor(standIn: ZaloOaStandIn) {
    this.#standIn = standIn;
  }

  async access(): Promise<Access> {
    return this.answer ?? { status: "ready", token: this.#standIn.credentials.pair.accessToken };
  }

  async renew(refused: string): Promise<Access> {
    this.renewed.push(refused);
    return this.answer ?? { status: "ready", token: this.#standIn.credentials.renew().accessToken };
  }
}

let standIn: ZaloOaStandIn;
let keeper: Keeper;
let client: Client;
let body: Record<string, unknown>;
const post = (path = MESSAGE_PATH) => client.post(path, body);

beforeEach(async () => {
  standIn = await ZaloOaStandIn.start();
  keeper = new Keeper(standIn);
  client = createClient({ root: standIn.root, tokens: keeper, proofSecret: undefined });
  body = { recipient: { user_id: standIn.phone().person.id }, message: { text: "Dạ." } };
});
afterEach(() => standIn.close());

describe("a call", () => {
  it("carries the token in its header and nowhere else", async () => {
    expect(await post()).toMatchObject({
      status: "done",
      data: { message_id: "m-0001", quota: { quota_type: "reply" } },
    });
    const [call] = standIn.state.calls;
    expect(call).toMatchObject({ path: MESSAGE_PATH, query: "", body, headers: { access_token: "AT-1-secret" } });
    expect(call?.headers).not.toHaveProperty("authorization");
    expect(call?.headers).not.toHaveProperty("appsecret_proof");
    expect(call?.headers["content-type"]).toBe("application/json");
  });

  it("proves the app's secret where the app asks for it", async () => {
    client = createClient({ root: standIn.root, tokens: keeper, proofSecret: "example-app-secret" });
    await post();
    const proof = appsecretProof("example-app-secret", "AT-1-secret");
    expect(standIn.state.calls[0]?.headers.appsecret_proof).toBe(proof);
  });

  it.each([-216, -220, -124])("is repeated once with a new token after %i", async (code) => {
    standIn.faults.plan(MESSAGE_PATH, error(code));
    expect(await post()).toMatchObject({ status: "done" });
    expect(keeper.renewed).toEqual(["AT-1-secret"]);
    expect(standIn.state.calls.map(({ headers }) => headers.access_token)).toEqual(["AT-1-secret", "AT-2-secret"]);
  });

  it("is not repeated for ever", async () => {
    standIn.faults.plan(MESSAGE_PATH, tokenInvalid, tokenInvalid, tokenInvalid);
    expect(await post()).toMatchObject({ status: "error", code: -216 });
    expect(standIn.state.calls).toHaveLength(2);
  });

  it("is not made without a token", async () => {
    keeper.answer = { status: "later", after: 7, reason: "stopped" };
    expect(await post()).toEqual({ status: "later", after: 7, reason: "stopped" });
    expect(standIn.state.calls).toEqual([]);
  });

  it.each([
    [
      "an error of Zalo",
      error(-213, "User is not reachable"),
      { status: "error", code: -213, message: "User is not reachable" },
    ],
    ["too many calls", tooMany, { status: "error", code: -32, message: "HTTP 429" }],
    ["a fault of Zalo", broken, { status: "none", reason: "HTTP 500" }],
    ["a page in place of the answer", pageInstead, { status: "none", reason: "HTTP 200" }],
    ["a connection cut before", cutBefore, { status: "none", reason: expect.stringMatching(/^[A-Z_]+$/) }],
    ["a connection cut afterwards", cutAfter, { status: "none", reason: expect.stringMatching(/^[A-Z_]+$/) }],
    ["an error without a number", error(Number.NaN), { status: "none", reason: "an answer that cannot be read" }],
  ])("tells of %s", async (_, fault, called) => {
    standIn.faults.plan(MESSAGE_PATH, fault);
    expect(await post()).toEqual(called);
  });

  it("follows nobody elsewhere with its token", async () => {
    const other = await ZaloOaStandIn.start();
    standIn.faults.plan(MESSAGE_PATH, { kind: "moved", to: `${other.root}${MESSAGE_PATH}` });
    expect(await post()).toMatchObject({ status: "none" });
    expect(other.state.calls).toEqual([]);
    await other.close();
  });

  it("shortens what an error says", async () => {
    standIn.faults.plan(MESSAGE_PATH, error(-201, "x".repeat(5_000)));
    expect(await post()).toEqual({ status: "error", code: -201, message: "x".repeat(200) });
  });

  it("to a path that Zalo does not have has no answer", async () => {
    expect(await post("/v9.0/oa/none")).toEqual({ status: "none", reason: "HTTP 404" });
  });
});
