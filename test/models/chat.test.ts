import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.ts";
import type { ChatRequest } from "../../src/core/models.ts";
import { LangChainChatModel } from "../../src/models/chat.ts";
import { breaksAfter, fails, hangsAfter, type StandIn, startStandIn, streams } from "./stand-in.ts";

const REQUEST: ChatRequest = { system: "Chỉ dùng nguồn.", user: "Lệ phí khai sinh?" };

let service: StandIn;
beforeAll(async () => {
  service = await startStandIn();
});
beforeEach(() => service.script());
afterAll(() => service.stop());

function model(apiKey = "test-key"): LangChainChatModel {
  return new LangChainChatModel({ baseUrl: service.baseUrl, apiKey, model: "stand-in" });
}

async function all(pieces: AsyncIterable<string>, into: string[] = []): Promise<string[]> {
  for await (const piece of pieces) into.push(piece);
  return into;
}

const complete = (signal = new AbortController().signal, into?: string[]) =>
  all(model().complete(REQUEST, signal), into);

describe("LangChainChatModel", () => {
  it("yields the answer piece by piece, without empty pieces", async () => {
    service.script(streams("", "Khai sinh ", "không thu ", "lệ phí."));
    expect(await complete()).toEqual(["Khai sinh ", "không thu ", "lệ phí."]);
  });

  it("asks /v1/chat/completions for a stream with the model, both messages and no randomness", async () => {
    service.script(streams("x"));
    await complete();
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]).toMatchObject({
      path: "/v1/chat/completions",
      authorization: "Bearer test-key",
      body: {
        model: "stand-in",
        temperature: 0,
        stream: true,
        messages: [
          { role: "system", content: REQUEST.system },
          { role: "user", content: REQUEST.user },
        ],
      },
    });
  });

  it("needs no key: a model on one's own machine has none", async () => {
    service.script(streams("dạ"));
    expect(await all(model("").complete(REQUEST, new AbortController().signal))).toEqual(["dạ"]);
  });

  it("yields nothing when the model says nothing", async () => {
    service.script(streams());
    expect(await complete()).toEqual([]);
  });

  it.each([400, 401, 403, 404])(
    "throws model_failed on status %i, with the reason for the operator",
    async (status) => {
      service.script(fails(status, "wrong key or model"));
      const error = await complete().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: "model_failed", message: expect.stringContaining("wrong key or model") });
      expect((error as AppError).citizen).not.toBe("");
      expect(service.asked).toHaveLength(1);
    },
  );

  it("tries once more when the model is busy for a moment", async () => {
    service.script(fails(503, "busy"), streams("được"));
    expect(await complete()).toEqual(["được"]);
    expect(service.asked).toHaveLength(2);
  });

  it("throws model_failed when nobody listens", async () => {
    const gone = await startStandIn();
    await gone.stop();
    const lonely = new LangChainChatModel({ baseUrl: gone.baseUrl, apiKey: "k", model: "m" });
    await expect(all(lonely.complete(REQUEST, new AbortController().signal))).rejects.toMatchObject({
      code: "model_failed",
    });
  });

  it("throws model_failed when the stream breaks, after what had come", async () => {
    service.script(breaksAfter("Khai sinh "));
    const got: string[] = [];
    await expect(complete(undefined, got)).rejects.toMatchObject({ code: "model_failed" });
    expect("Khai sinh ".startsWith(got.join(""))).toBe(true);
  });

  it("stops at the signal, also in the middle of an answer", async () => {
    service.script(hangsAfter("Khai sinh "));
    const stop = new AbortController();
    const got: string[] = [];
    const answer = (async () => {
      for await (const piece of model().complete(REQUEST, stop.signal)) {
        got.push(piece);
        stop.abort();
      }
    })();
    await expect(answer).rejects.toMatchObject({ code: "model_failed" });
    expect(got).toEqual(["Khai sinh "]);
  });

  it("asks nothing when the signal is already given", async () => {
    service.script(streams("x"));
    await expect(complete(AbortSignal.abort())).rejects.toMatchObject({ code: "model_failed" });
    expect(service.asked).toHaveLength(0);
  });
});
