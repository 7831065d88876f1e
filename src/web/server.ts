import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from "fastify";
import { sendError, sendNotFound } from "./errors.ts";
import { addHealthz, type Readiness } from "./health.ts";

export type { Readiness };

export interface ServerOptions {
  readonly log: FastifyBaseLogger;
  readonly readiness: () => Readiness;
  /** Proxies whose `X-Forwarded-For` and `-Proto` are believed; none when absent. */
  readonly trustProxy?: readonly string[];
}

/** Room for 20,000 characters, each escaped in JSON (six bytes): such a text still gets a polite answer. */
const BODY_LIMIT = 128 * 1024;

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/**
 * The HTTP server that all routes hang on: limits, security headers, error sentences, `GET /healthz`, and one log line a
 * request that names the route but neither the person, the address nor any text.
 */
export function createServer({ log, readiness, trustProxy = [] }: ServerOptions): FastifyInstance {
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    trustProxy: trustProxy.length > 0 && [...trustProxy],
  });
  server.removeContentTypeParser("text/plain");
  server.addHook("onRequest", async (_request, reply) => {
    reply.headers(HEADERS);
  });
  server.addHook("onResponse", async (request, { statusCode, elapsedTime }) => {
    const route = request.routeOptions.url ?? "none";
    request.log.info({ method: request.method, route, status: statusCode, ms: Math.round(elapsedTime) }, "request");
  });
  server.setErrorHandler(sendError);
  server.setNotFoundHandler(sendNotFound);
  addHealthz(server, readiness);
  return server;
}
