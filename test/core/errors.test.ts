import { describe, expect, it } from "vitest";
import { AppError, loggable } from "../../src/core/errors.ts";

describe("AppError", () => {
  it("has a code, a sentence for the operator and one for the citizen", () => {
    const cause = new Error("refused");
    const error = new AppError("model_failed", "the model is away", "Anh/chị thử lại sau.", { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "AppError",
      code: "model_failed",
      message: "the model is away",
      citizen: "Anh/chị thử lại sau.",
      cause,
    });
    expect(String(error)).toBe("AppError: the model is away");
  });

  it("has no cause of its own", () => {
    expect(new AppError("a", "b", "c").cause).toBeUndefined();
  });
});

describe("loggable", () => {
  it("tells the code and the operator's sentence of our own errors", () => {
    expect(loggable(new AppError("model_failed", "the model is away", "Anh/chị thử lại sau."))).toEqual({
      code: "model_failed",
      reason: "the model is away",
    });
  });

  it("tells only kind and place of others, for their message may quote a citizen", () => {
    const told = loggable(new RangeError("bad number 096000000001\n    of a citizen"));
    expect(told).toMatchObject({
      kind: "RangeError",
      at: expect.arrayContaining([expect.stringMatching(/errors\.test\.ts/)]),
    });
    expect(JSON.stringify(told)).not.toMatch(/096000000001|citizen/);
  });

  it.each(["text of a citizen", 7, null, undefined, { message: "text of a citizen" }])(
    "tells only the type of what is no error: %j",
    (thrown) => {
      expect(loggable(thrown)).toEqual({ kind: typeof thrown });
    },
  );

  it("tells the code of a system error", () => {
    const error = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(loggable(error)).toMatchObject({ kind: "Error", code: "ECONNREFUSED" });
  });

  it("does without a stack", () => {
    const error = new Error("x");
    delete (error as { stack?: string }).stack;
    expect(loggable(error)).toEqual({ kind: "Error", at: [] });
  });
});
