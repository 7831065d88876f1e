import { describe, expect, it } from "vitest";
import { connection, reason } from "../../src/models/settings.ts";

describe("connection", () => {
  it("hands address, name and key on", () => {
    expect(connection({ baseUrl: "http://127.0.0.1:1/v1", apiKey: "k", model: "m" })).toEqual({
      model: "m",
      apiKey: "k",
      configuration: { baseURL: "http://127.0.0.1:1/v1" },
      maxRetries: 1,
    });
  });

  it("never leaves the key empty, which would fetch one from the environment", () => {
    expect(connection({ baseUrl: "http://127.0.0.1:1/v1", apiKey: "", model: "m" }).apiKey).toBe("none");
  });
});

describe("reason", () => {
  it("names the error and cuts long messages", () => {
    expect(reason(new TypeError("no"))).toBe("TypeError: no");
    expect(reason(new Error("x".repeat(999)))).toHaveLength("Error: ".length + 200);
    expect(reason("gone")).toBe("gone");
  });
});
