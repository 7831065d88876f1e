import { describe, expect, it } from "vitest";
import { BotApiError } from "../../../src/channels/zalo-bot/api.ts";
import { loggableCall, outcomeOf } from "../../../src/channels/zalo-bot/outcome.ts";

describe("outcomeOf", () => {
  it.each([
    [new BotApiError(429, "Quota exceeded"), { status: "later", after: 5_000 }],
    [new BotApiError(500, "Internal server error"), { status: "later", after: 2_000 }],
    [new BotApiError(503, ""), { status: "later", after: 2_000 }],
    [new BotApiError(408, "Request timeout"), { status: "later", after: 2_000 }],
    [new BotApiError(401, "Unauthorized"), { status: "later", after: 60_000 }],
    [new BotApiError(404, "Not found"), { status: "later", after: 60_000 }],
    [new BotApiError(403, ""), { status: "unreachable", reason: "403" }],
    [new BotApiError(400, "chat not found"), { status: "unreachable", reason: "400 chat not found" }],
    [new BotApiError(404, "User not found"), { status: "unreachable", reason: "404 User not found" }],
    [new BotApiError(400, "bot was blocked by user"), { status: "unreachable", reason: "400 bot was blocked by user" }],
    [new BotApiError(400, "text is too long"), { status: "refused", reason: "400 text is too long" }],
    [new BotApiError(-1, "unknown"), { status: "refused", reason: "-1 unknown" }],
    [new TypeError("fetch failed"), { status: "later", after: 2_000 }],
    [new DOMException("timed out", "TimeoutError"), { status: "later", after: 2_000 }],
    [undefined, { status: "later", after: 2_000 }],
  ])("%s", (error, outcome) => {
    expect(outcomeOf(error)).toEqual(outcome);
  });
});

describe("loggableCall", () => {
  it("tells what the platform answered", () => {
    expect(loggableCall(new BotApiError(403, "Forbidden"))).toEqual({ status: 403, reason: "Forbidden" });
  });

  it("tells of a network error its code and not its message, which may name the token", () => {
    const cause = Object.assign(new Error("connect to http://x/bot1:secret failed"), { code: "ECONNREFUSED" });
    const told = loggableCall(new TypeError("fetch failed: bot1:secret", { cause }));
    expect(told).toEqual({ reason: "no answer", kind: "ECONNREFUSED" });
    expect(loggableCall(new TypeError("bot1:secret"))).toEqual({ reason: "no answer", kind: "TypeError" });
    expect(loggableCall(undefined)).toEqual({ reason: "no answer", kind: "undefined" });
  });
});
