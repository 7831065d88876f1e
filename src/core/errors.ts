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
