import { describe, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.ts";

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
