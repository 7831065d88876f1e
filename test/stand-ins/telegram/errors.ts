/** What the Bot API answers instead of a result (core.telegram.org/bots/api#making-requests). */
export class ApiFault extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { readonly retry_after: number },
  ) {
    super(description);
  }

  get body(): Readonly<Record<string, unknown>> {
    const { code, description, parameters } = this;
    return { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  }
}

export function badRequest(reason: string): ApiFault {
  return new ApiFault(400, `Bad Request: ${reason}`);
}
