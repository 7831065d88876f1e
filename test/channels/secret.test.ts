import { describe, expect, it } from "vitest";
import { sameSecret } from "../../src/channels/secret.ts";

describe("sameSecret", () => {
  it("knows the secret", () => {
    expect(sameSecret("mot-bi-mat", "mot-bi-mat")).toBe(true);
  });

  it.each(["", "mot-bi-ma", "mot-bi-matt", "Mot-bi-mat", "mot-bi-mat ", "mot-bi-mat\u0000", "x".repeat(100_000)])(
    "refuses %j",
    (given) => {
      expect(sameSecret(given, "mot-bi-mat")).toBe(false);
    },
  );
});
