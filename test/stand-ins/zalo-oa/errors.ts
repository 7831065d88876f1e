/** What Zalo answers instead of a result: HTTP 200 all the same. */
export class ApiFault extends Error {
  constructor(
    readonly code: number,
    override readonly message: string,
  ) {
    super(message);
  }

  get body(): Readonly<Record<string, unknown>> {
    return { error: this.code, message: this.message };
  }
}
