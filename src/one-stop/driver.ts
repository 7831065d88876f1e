import type { Dossier } from "../core/one-stop.ts";

/** Where a one-stop system is, and what lets us in. */
export interface OneStopSettings {
  readonly kind: "igate" | "cgate" | "national";
  /** `igate`: base of the API, before `/pa/…`. `cgate`: before `/api/…`. `national`: the integration endpoint itself. */
  readonly url: string;
  /** `igate`: base before `/auth/realms/…`. `national`: base before `/mapi/login`. */
  readonly authUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** The body's code at the National Portal; `000.00.00.H12` unless told. */
  readonly unit?: string;
}

/** How one vendor's system is asked. Time limit, breaker and cache are around it. */
export interface Driver {
  readonly name: string;
  /** @throws anything when it cannot be asked or understood */
  find(code: string, signal: AbortSignal): Promise<Dossier | undefined>;
}

export interface DriverOptions {
  readonly now: () => Date;
  /** How long getting a pass may take, milliseconds. */
  readonly timeout: number;
}
