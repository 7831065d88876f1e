import type { FastifyInstance } from "fastify";
import { HttpError } from "./errors.ts";

type Picture = { readonly bytes: Uint8Array; readonly type: string };

/** `GET /pictures/<file>`: the sketches of the guides. They may change with the knowledge, so they are kept for an hour. */
export function addPictures(server: FastifyInstance, find: (file: string) => Promise<Picture | undefined>): void {
  server.get<{ Params: { file: string } }>("/pictures/:file", async (request, reply) => {
    const picture = await find(request.params.file);
    if (picture === undefined) throw new HttpError(404, "no_picture", "no such picture", "Không có hình này.");
    return reply.header("cache-control", "public, max-age=3600").type(picture.type).send(Buffer.from(picture.bytes));
  });
}
