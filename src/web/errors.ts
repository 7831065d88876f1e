import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError, loggable } from "../core/errors.ts";

/** A fault of the request, or a moment in which it cannot be served, with its HTTP status. */
export class HttpError extends AppError {
  readonly status: number;

  constructor(status: number, code: string, operator: string, citizen: string) {
    super(code, operator, citizen);
    this.status = status;
  }
}

const BROKEN = "Hệ thống đang có trục trặc, anh/chị vui lòng thử lại sau ít phút.";

/** What Fastify itself refuses, by its status. */
const REFUSED: Readonly<Record<number, string>> = {
  400: "Yêu cầu gửi lên chưa đúng dạng, anh/chị vui lòng tải lại trang rồi thử lại.",
  403: "Trang này chỉ dành cho người vận hành hệ thống.",
  404: "Không có trang này.",
  408: "Mạng chậm quá nên câu hỏi chưa tới nơi, anh/chị vui lòng gửi lại.",
  413: "Câu hỏi dài quá, anh/chị vui lòng viết ngắn lại.",
  415: "Yêu cầu gửi lên chưa đúng dạng, anh/chị vui lòng tải lại trang rồi thử lại.",
};

/** Answers a failed request with `{ error, message }`: a code for programs, a sentence for the citizen. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  if (status >= 500) request.log.error(loggable(error), "request failed");
  const message = error instanceof AppError && error.citizen !== "" ? error.citizen : (REFUSED[status] ?? BROKEN);
  void reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ error: codeOf(error, status), message });
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply): void {
  sendError(new HttpError(404, "not_found", "no such route", ""), request, reply);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.status;
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

/** What programs are told where Fastify itself refuses. */
const CODES: Readonly<Record<number, string>> = { 408: "timeout", 413: "too_large", 503: "unavailable" };

function codeOf(error: unknown, status: number): string {
  if (error instanceof AppError) return error.code;
  return CODES[status] ?? (status < 500 ? "bad_request" : "internal");
}
