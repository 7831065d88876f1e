import type { FastifyInstance } from "fastify";

/** A page that proves to a platform that the domain is ours. */
export function addProof(
  server: FastifyInstance,
  { path, html }: { readonly path: string; readonly html: string },
): void {
  server.get(path, (_request, reply) => reply.type("text/html; charset=utf-8").send(html));
}
