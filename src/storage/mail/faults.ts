import { AppError } from "../../core/errors.ts";

/** The store does not answer, or not in time. What was asked of it may or may not have been kept. */
export function storeDown(cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError("store_down", `the store of messages does not answer: ${reason}`, BUSY, { cause });
}

/** Another holder has taken the lane over since: nothing was changed. */
export function laneLost(lane: string): AppError {
  return new AppError("lane_lost", `lane ${lane} was taken over by another worker`, BUSY);
}

export function isStoreDown(error: unknown): boolean {
  return error instanceof AppError && error.code === "store_down";
}

const BUSY = "Hệ thống đang bận, anh/chị nhắn lại giúp sau ít phút.";
