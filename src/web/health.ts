import type { FastifyInstance } from "fastify";
import { isPrivate } from "./private.ts";

/** Whether the process can answer questions now. */
export type Readiness = "starting" | "ready" | "stopping";

/** A part that must work for the service to work, and why it does not. */
export type PartHealth = "up" | { readonly down: string };

export type HealthChecks = Readonly<Record<string, () => PartHealth | Promise<PartHealth>>>;

/** How long a part may take to say how it is, milliseconds. */
const PATIENCE = 2_000;

/** `GET /healthz`: 200 when the process answers questions; a supervisor restarts it when it does not answer at all. */
export function addHealthz(server: FastifyInstance, readiness: () => Readiness): void {
  server.get("/healthz", { config: { rateLimit: false } }, async (_request, reply) => {
    const status = readiness();
    return reply
      .code(status === "ready" ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status });
  });
}

/**
 * `GET /readyz`: 200 when every part is up, else 503; for a load balancer, and for people who ask what is wrong. Strangers
 * are told which part it is, but not why.
 */
export function addReadyz(server: FastifyInstance, readiness: () => Readiness, checks: HealthChecks): void {
  server.get("/readyz", { config: { rateLimit: false } }, async ({ ip }, reply) => {
    const names = Object.keys(checks);
    const found = await Promise.all(Object.values(checks).map(ask));
    const shown = found.map((health) => (health === "up" || isPrivate(ip) ? health : "down"));
    const ready = readiness() === "ready" && found.every((health) => health === "up");
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: ready ? "ready" : "not_ready",
        parts: { process: readiness(), ...Object.fromEntries(names.map((name, index) => [name, shown[index]])) },
      });
  });
}

/** The health of a part, even when it throws or says nothing. */
async function ask(check: () => PartHealth | Promise<PartHealth>): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<PartHealth>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, { down: `no answer within ${PATIENCE} ms` });
  });
  try {
    return await Promise.race([(async () => check())(), silence]);
  } catch (error) {
    return { down: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
