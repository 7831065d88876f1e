import { fastify } from "fastify";
import { describe, expect, it } from "vitest";
import { HttpError, sendError, sendNotFound } from "../../src/web/errors.ts";

/** What a request that fails with `error` is answered with. */
async function answerTo(error: unknown) {
  const server = fastify();
  server.setErrorHandler(sendError);
  server.setNotFoundHandler(sendNotFound);
  server.get("/", async () => {
    throw error;
  });
  return server.inject("/");
}

const withStatus = (statusCode: unknown) => Object.assign(new Error("x"), { statusCode });

describe("sendError", () => {
  it.each([
    [400, "bad_request", /tải lại trang/],
    [403, "bad_request", /người vận hành/],
    [408, "timeout", /Mạng chậm/],
    [413, "too_large", /dài quá/],
    [415, "bad_request", /tải lại trang/],
    [418, "bad_request", /trục trặc/],
    [500, "internal", /trục trặc/],
    [503, "unavailable", /trục trặc/],
  ])("answers %i with %s and a sentence", async (status, code, sentence) => {
    const response = await answerTo(withStatus(status));
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ error: code, message: expect.stringMatching(sentence) });
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it.each([200, 302, 99, 600, "404", undefined])("takes the status %s for no status of an error", async (status) => {
    expect((await answerTo(withStatus(status))).statusCode).toBe(500);
  });

  it("prefers the error's own sentence, and does without one", async () => {
    expect((await answerTo(new HttpError(403, "forbidden", "o", "Dạ không được."))).json().message).toBe(
      "Dạ không được.",
    );
    expect((await answerTo(new HttpError(403, "forbidden", "o", ""))).json().message).toMatch(/người vận hành/);
  });
});
