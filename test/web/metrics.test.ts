import { describe, expect, it } from "vitest";
import { addMetrics, createMetrics, type Metrics } from "../../src/web/metrics.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

/** The value of a line such as `name{a="b"}`. */
async function numberAt(metrics: Metrics, line: string): Promise<number | undefined> {
  const found = (await metrics.text()).split("\n").find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

describe("createMetrics", () => {
  it("counts turns by channel and status, with their time in seconds", async () => {
    const metrics = createMetrics();
    metrics.turned("zalo", "answered", 12);
    metrics.turned("zalo", "answered", 120);
    metrics.turned("telegram", "failed", 5);
    expect(await numberAt(metrics, 'assistant_turns_total{channel="zalo",status="answered"}')).toBe(2);
    expect(await numberAt(metrics, 'assistant_turns_total{channel="telegram",status="failed"}')).toBe(1);
    expect(await numberAt(metrics, 'assistant_turn_seconds_sum{channel="zalo"}')).toBeCloseTo(0.132);
    expect(await numberAt(metrics, 'assistant_turn_seconds_bucket{le="0.025",channel="zalo"}')).toBe(1);
  });

  it("counts messages, sends and webhook calls", async () => {
    const metrics = createMetrics();
    metrics.accepted("zalo", "new");
    metrics.accepted("zalo", "seen");
    metrics.accepted("zalo", "seen");
    metrics.sent("telegram", "sent");
    metrics.sent("telegram", "unreachable");
    metrics.answered("zalo", 401);
    expect(await numberAt(metrics, 'assistant_messages_total{channel="zalo",what="seen"}')).toBe(2);
    expect(await numberAt(metrics, 'assistant_sends_total{channel="telegram",status="unreachable"}')).toBe(1);
    expect(await numberAt(metrics, 'assistant_webhook_calls_total{channel="zalo",status="401"}')).toBe(1);
  });

  it("times searches finely", async () => {
    const metrics = createMetrics();
    metrics.searched(0.7);
    expect(await numberAt(metrics, 'assistant_search_seconds_bucket{le="0.001"}')).toBe(1);
    expect(await numberAt(metrics, 'assistant_search_seconds_bucket{le="0.0005"}')).toBe(0);
  });

  it("asks how many lanes wait when it is read", async () => {
    let waiting = 3;
    const metrics = createMetrics({ waiting: async () => waiting });
    expect(await numberAt(metrics, "assistant_lanes_waiting")).toBe(3);
    waiting = 0;
    expect(await numberAt(metrics, "assistant_lanes_waiting")).toBe(0);
  });

  it("goes on without the store", async () => {
    const metrics = createMetrics({ waiting: () => Promise.reject(new Error("store down")) });
    metrics.searched(1);
    expect(await numberAt(metrics, "assistant_lanes_waiting")).toBeNaN();
    expect(await numberAt(metrics, "assistant_search_seconds_count")).toBe(1);
  });

  it("tells of event-loop lag and memory", async () => {
    const text = await createMetrics().text();
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
    expect(text).toContain("process_resident_memory_bytes");
    expect(text).not.toContain("assistant_lanes_waiting");
  });

  it("keeps to itself: two services in one process do not share counters", async () => {
    const [one, two] = [createMetrics(), createMetrics()];
    one.searched(1);
    expect(await numberAt(two, "assistant_search_seconds_count")).toBe(0);
  });
});

describe("GET /metrics", () => {
  const { log } = surroundings();

  function server(token?: string) {
    const made = createServer({ log, readiness: () => "ready", trustProxy: ["loopback"] });
    addMetrics(made, createMetrics(), token);
    return made;
  }

  it("is in the format of Prometheus", async () => {
    const response = await server().inject("/metrics");
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.body).toMatch(/^# TYPE assistant_turns_total counter$/m);
  });

  it("is closed to strangers, also behind a proxy on this machine", async () => {
    const direct = await server().inject({ url: "/metrics", remoteAddress: "203.0.113.9" });
    const proxied = await server().inject({ url: "/metrics", headers: { "x-forwarded-for": "203.0.113.9" } });
    expect([direct.statusCode, proxied.statusCode]).toEqual([403, 403]);
    expect(direct.json()).toMatchObject({ error: "forbidden" });
  });

  it("cannot be opened by a made-up forwarding header", async () => {
    const headers = { "x-forwarded-for": "127.0.0.1" };
    const response = await server().inject({ url: "/metrics", headers, remoteAddress: "203.0.113.9" });
    expect(response.statusCode).toBe(403);
  });

  it("wants the token when there is one", async () => {
    const without = await server("secret").inject("/metrics");
    const headers = { authorization: "Bearer secret" };
    const bearing = await server("secret").inject({ url: "/metrics", headers, remoteAddress: "203.0.113.9" });
    expect([without.statusCode, bearing.statusCode]).toEqual([403, 200]);
  });
});
