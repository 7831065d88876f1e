import { beforeEach, describe, expect, it } from "vitest";
import type { Passed } from "./tap.ts";
import { jsonOf, methodOf, Wire } from "./wire.ts";

let wire: Wire;
beforeEach(() => {
  wire = new Wire(() => new Date(1_795_489_200_000));
});

/** A call that passed from the service to a platform. */
function add(path: string, request: unknown, answer: unknown, status = 200): void {
  const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  const passed: Passed = { path, request: bytes(request), answer: bytes(answer), status, ms: 5 };
  wire.add({ from: "Trợ lý", to: "Telegram", passed });
}

describe("the wire", () => {
  it("tells method, words, status and time, and no token", () => {
    add("/bot1:khoa/sendMessage", { chat_id: 1, text: "Dạ,\n em nghe" }, { ok: true, result: {} });
    expect(wire.entries).toEqual([
      {
        id: 1,
        at: 1_795_489_200_000,
        from: "Trợ lý",
        to: "Telegram",
        what: "sendMessage",
        words: "Dạ, em nghe",
        status: 200,
        ms: 5,
      },
    ]);
    expect(JSON.stringify(wire.entries)).not.toContain("khoa");
  });

  it("has the newest first and forgets the oldest", () => {
    for (let count = 0; count < 50; count++) add("/v3.0/oa/message/cs", {}, { error: 0 });
    expect(wire.entries).toHaveLength(40);
    expect(wire.entries[0]?.id).toBe(50);
  });

  it("shows a poll only when it brought something, without the time it was held", () => {
    add("/bot1:k/getUpdates", { timeout: 20 }, { ok: true, result: [] });
    expect(wire.entries).toEqual([]);
    add("/bot1:k/getUpdates", { timeout: 20 }, { ok: true, result: [{ message: { text: "chao" } }] });
    expect(wire.entries).toMatchObject([{ what: "getUpdates (1)", words: "chao" }]);
    expect(wire.entries[0]?.ms).toBeUndefined();
  });

  it("shows a poll that failed", () => {
    add("/bot1:k/getUpdates", {}, { ok: false, description: "Conflict" }, 409);
    expect(wire.entries).toMatchObject([{ status: 409, fault: "Conflict" }]);
  });

  it("names an event by what happened, and the payload of a button as its words", () => {
    add("/webhooks/zalo", { event_name: "user_send_text", message: { text: "#p/1.001193" } }, "");
    add("/bot1:k/getUpdates", {}, { ok: true, result: [{ callback_query: { data: "#h" } }] });
    expect(wire.entries.map(({ what, words }) => [what, words])).toEqual([
      ["getUpdates (1)", "#h"],
      ["user_send_text", "#p/1.001193"],
    ]);
  });

  it.each([
    [{ error: -216, message: "Access token is invalid" }, "-216 Access token is invalid"],
    [{ error: -14002, error_name: "Invalid appId" }, "-14002 Invalid appId"],
    [{ ok: false, error_code: 400, description: "chat not found" }, "chat not found"],
    [{ error: 0, message: "Success" }, undefined],
    ["<html>", undefined],
  ])("tells an error that stands in the body: %j", (answer, fault) => {
    add("/v3.0/oa/message/cs", "grant_type=refresh_token", answer);
    expect(wire.entries[0]?.fault).toBe(fault);
  });

  it("shortens long words", () => {
    add("/bot1:k/sendMessage", { text: "chữ ".repeat(100) }, { ok: true });
    expect(wire.entries[0]?.words).toHaveLength(70);
    expect(wire.entries[0]?.words).toMatch(/…$/);
  });
});

describe("reading a call", () => {
  it("takes the last step of a path", () => {
    expect(methodOf("/bot1:k/sendMessage")).toBe("sendMessage");
    expect(methodOf("/v2.0/oa/getoa?data=%7B%7D")).toBe("getoa");
    expect(methodOf("")).toBe("");
  });

  it("takes a body as an object, or as an empty one", () => {
    expect(jsonOf(Buffer.from('{"a":1}'))).toEqual({ a: 1 });
    for (const body of ["", "[", "null", "1"]) expect(jsonOf(Buffer.from(body))).toEqual({});
  });
});
