/** A fault with a stable code, a sentence for the citizen (Vietnamese) and one for the operator (English). */
export class AppError extends Error {
  readonly code: string;
  readonly citizen: string;

  constructor(code: string, operator: string, citizen: string, options?: ErrorOptions) {
    super(operator, options);
    this.name = "AppError";
    this.code = code;
    this.citizen = citizen;
  }
}

/**
 * What may be logged of an error. The message of an error that is not ours may quote what a citizen wrote, so only its
 * kind, code and place are told.
 */
export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof AppError) return { code: error.code, reason: error.message };
  if (error instanceof Error) {
    const { code } = error as { code?: unknown };
    const at = error.stack?.match(/(?<=\n {4}at ).*/g) ?? [];
    return { kind: error.name, ...(typeof code === "string" && { code }), at };
  }
  return { kind: typeof error };
}
