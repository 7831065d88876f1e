import { ApiFault } from "./errors.ts";

/** Something that goes wrong with a call. */
export type Fault =
  /** Answered with an error; nothing was done. */
  | { readonly kind: "error"; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** The page of a proxy in between; nothing was done. */
  | { readonly kind: "page"; readonly status: number }
  /** The connection breaks: before anything was done, or after it was done and before it is told. */
  | { readonly kind: "cut"; readonly when: "before" | "after" };

export const tooMany = (retryAfter: number): Fault => ({
  kind: "error",
  code: 429,
  description: `Too Many Requests: retry after ${retryAfter}`,
  retryAfter,
});
export const blocked: Fault = { kind: "error", code: 403, description: "Forbidden: bot was blocked by the user" };
export const broken: Fault = { kind: "error", code: 500, description: "Internal Server Error" };
export const badGateway: Fault = { kind: "page", status: 502 };
export const cutBefore: Fault = { kind: "cut", when: "before" };
export const cutAfter: Fault = { kind: "cut", when: "after" };

export function errorOf({ code, description, retryAfter }: Extract<Fault, { kind: "error" }>): ApiFault {
  return new ApiFault(code, description, retryAfter === undefined ? undefined : { retry_after: retryAfter });
}

/** Faults waiting for the next calls of a method, one a call. */
export class FaultPlan {
  readonly #plan = new Map<string, Fault[]>();

  /** The next calls of the method fail in this way, one after the other. */
  plan(method: string, ...faults: readonly Fault[]): void {
    this.#plan.set(method, [...(this.#plan.get(method) ?? []), ...faults]);
  }

  take(method: string): Fault | undefined {
    return this.#plan.get(method)?.shift();
  }
}
