import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { encodeAsset, sendAsset } from "./asset.ts";
import { HttpError } from "./errors.ts";

/** Lays out a checklist; undefined when the code is not known or the answers do not fit its questions. */
export interface Checklists {
  page(code: string, cases: string, style: string): string | undefined;
  pdf(code: string, cases: string): Promise<Buffer> | undefined;
}

/** `GET /giay-to/<code>?cases=0-1` to print, and `/giay-to/<code>.pdf`. Nothing is kept: all stands in the address. */
export async function addChecklist(server: FastifyInstance, lists: Checklists): Promise<void> {
  const asset = encodeAsset(
    await readFile(new URL("checklist.css", import.meta.url), "utf8"),
    "text/css; charset=utf-8",
  );
  const style = `/assets/${asset.hash}-checklist.css`;
  server.get(style, { config: { rateLimit: false } }, (request, reply) =>
    sendAsset(asset, "public, max-age=31536000, immutable", request, reply),
  );
  server.get<{ Params: { code: string }; Querystring: { cases?: unknown } }>(
    "/giay-to/:code",
    async (request, reply) => {
      const { cases = "" } = request.query;
      const { code } = request.params;
      const answers = typeof cases === "string" ? cases : "?";
      reply.header("cache-control", "no-cache");
      if (code.endsWith(".pdf")) {
        const pdf = lists.pdf(code.slice(0, -".pdf".length), answers);
        if (pdf === undefined) throw unknown();
        return reply.type("application/pdf").send(await pdf);
      }
      const page = lists.page(code, answers, style);
      if (page === undefined) throw unknown();
      return reply.type("text/html; charset=utf-8").send(page);
    },
  );
}

function unknown(): HttpError {
  const citizen = "Không có danh sách này. Anh/chị mở lại từ cuộc trò chuyện, hoặc nhắn tên việc cần làm.";
  return new HttpError(404, "no_checklist", "no such procedure or case", citizen);
}
