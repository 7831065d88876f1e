import { AppError } from "../core/errors.ts";

/** What the citizen hears when nobody catches the error: the skill says more. */
const CITIZEN =
  "Dạ, hệ thống hồ sơ đang bận nên em chưa xem được. Anh/chị thử lại sau ít phút, hoặc hỏi quầy nơi nộp giúp em.";

/** The one-stop system cannot be used now; `reason` is for the operator and names no dossier. */
export function down(system: string, reason: string, cause?: unknown): AppError {
  return new AppError("one_stop_down", `the one-stop system (${system}) cannot be used: ${reason}`, CITIZEN, { cause });
}

/** An answer that cannot be used, and why, in words for the operator. */
export class Unusable extends Error {
  override readonly name = "Unusable";
}
