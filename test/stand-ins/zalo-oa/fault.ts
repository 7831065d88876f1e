/** Something that goes wrong with a call. */
export type Fault =
  /** Answered with HTTP 200 and an error; nothing was done. */
  | { readonly kind: "error"; readonly code: number; readonly message: string }
  /** A page in HTML, of a proxy or of Zalo; nothing was done. */
  | { readonly kind: "page"; readonly status: number }
  /** The connection breaks: before anything was done, or after it was done and before it is told. */
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  /** Sent elsewhere, with all headers if the caller follows. */
  | { readonly kind: "moved"; readonly to: string };

export const error = (code: number, message = `error ${code}`): Fault => ({ kind: "error", code, message });
export const limited = error(-32, "Rate limit exceeded");
export const tooMany: Fault = { kind: "page", status: 429 };
export const tokenInvalid = error(-216, "Access token is invalid");
export const blocked = error(-217, "User has blocked the OA");
export const outsideWindow = error(-230, "User has not interacted with the OA in the past 7 days");
export const invalid = error(-201, "message is invalid!");
export const broken: Fault = { kind: "page", status: 500 };
export const pageInstead: Fault = { kind: "page", status: 200 };
export const cutBefore: Fault = { kind: "cut", when: "before" };
export const cutAfter: Fault = { kind: "cut", when: "after" };

/** Faults waiting for the next calls of a path, one a call. */
export class FaultPlan {
  readonly #plan = new Map<string, (Fault | undefined)[]>();

  /** The next calls of the path fail in this way, one after the other; `undefined`: that one does not. */
  plan(path: string, ...faults: readonly (Fault | undefined)[]): void {
    this.#plan.set(path, [...(this.#plan.get(path) ?? []), ...faults]);
  }

  take(path: string): Fault | undefined {
    return this.#plan.get(path)?.shift();
  }
}
