import { describe, expect, it, vi } from "vitest";
import { addReadyz, type HealthChecks, type Readiness } from "../../src/web/health.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

const { log } = surroundings();
const STRANGER = "203.0.113.9";

function server(readiness: Readiness = "ready", checks: HealthChecks = {}) {
  const made = createServer({ log, readiness: () => readiness });
  addReadyz(made, () => readiness, checks);
  return made;
}

describe("GET /healthz", () => {
  it.each([
    ["ready", 200],
    ["starting", 503],
    ["stopping", 503],
  ] as const)("when %s answers %i", async (readiness, status) => {
    const response = await server(readiness).inject("/healthz");
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ status: readiness });
    expect(response.headers["cache-control"]).toBe("no-store");
  });
});

describe("GET /readyz", () => {
  it("is ready when every part is up", async () => {
    const checks: HealthChecks = { knowledge: () => "up", store: async () => "up" as const };
    const response = await server("ready", checks).inject("/readyz");
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      status: "ready",
      parts: { process: "ready", knowledge: "up", store: "up" },
    });
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it("says which part is down, and why", async () => {
    const checks: HealthChecks = { knowledge: () => "up", store: async () => ({ down: "connection refused" }) };
    const response = await server("ready", checks).inject("/readyz");
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({
      status: "not_ready",
      parts: { process: "ready", knowledge: "up", store: { down: "connection refused" } },
    });
  });

  it("does not tell strangers why", async () => {
    const checks: HealthChecks = { store: () => ({ down: "10.0.0.5:6379 refused" }) };
    const response = await server("ready", checks).inject({ url: "/readyz", remoteAddress: STRANGER });
    expect(response.json().parts).toEqual({ process: "ready", store: "down" });
  });

  it.each(["starting", "stopping"] as const)("is not ready while %s", async (readiness) => {
    const response = await server(readiness, { knowledge: () => "up" }).inject("/readyz");
    expect(response.statusCode).toBe(503);
    expect(response.json().parts.process).toBe(readiness);
  });

  it("takes a part that throws for down", async () => {
    const checks: HealthChecks = {
      store: () => {
        throw new Error("closed");
      },
      telegram: () => Promise.reject<"up">("odd"),
    };
    const { parts } = (await server("ready", checks).inject("/readyz")).json();
    expect(parts).toMatchObject({ store: { down: "closed" }, telegram: { down: "odd" } });
  });

  it("does not wait for ever for a part that says nothing", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const made = server("ready", { store: () => new Promise(() => {}) });
      await made.ready();
      const answer = made.inject("/readyz");
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { interval: 1 });
      await vi.advanceTimersByTimeAsync(2_000);
      expect((await answer).json().parts.store).toEqual({ down: "no answer within 2000 ms" });
    } finally {
      vi.useRealTimers();
    }
  });
});
