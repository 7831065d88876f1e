import type { FastifyRequest } from "fastify";
import { type Place, readConversation } from "./cookie.ts";
import { HttpError } from "./errors.ts";

const FOREIGN = "Yêu cầu này tới từ một trang khác nên em không nhận được. Anh/chị mở trang hỏi thủ tục rồi gửi lại.";

/** Who asks, and from where. */
export interface Visitor {
  /** Undefined for somebody who has said nothing yet. */
  readonly person: string | undefined;
  readonly place: Place;
}

/** Reads the visitor off a request of the page, which says `?embed=1` when it is in a frame. */
export function readVisitor({ query, headers }: FastifyRequest, embeddable: boolean): Visitor {
  const place = embeddable && (query as { embed?: unknown }).embed !== undefined ? "frame" : "page";
  return { place, person: readConversation(headers.cookie, place) };
}

/**
 * Refuses what the page of another site had a browser send. Browsers name the origin of every POST
 * (fetch.spec.whatwg.org/#origin-header), and newer ones say themselves whether it is ours
 * (w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header); programs name none.
 * @throws HttpError 403 `foreign_origin`
 */
export function refuseForeign({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  const own = site === undefined ? origin === undefined || isAt(origin, host) : site === "same-origin";
  if (!own) throw new HttpError(403, "foreign_origin", "a message came from the page of another site", FOREIGN);
}

function isAt(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
