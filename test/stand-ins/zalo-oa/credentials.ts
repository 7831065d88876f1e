/** An app of developers.zalo.me and the Official Account it belongs to; all values are invented. */
export interface App {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  /** OA secret key of the console's webhook page. */
  readonly oaSecret: string;
  /** The app asks for appsecret_proof. */
  readonly proof: boolean;
  /** Approved ZBS templates: id and the names of its parameters. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
}

export const APP: App = {
  appId: "1000000000000000001",
  appSecret: "example-app-secret",
  oaId: "3000000000000000003",
  oaSecret: "example-oa-secret-key",
  proof: false,
  templates: { "100001": ["noi_dung"] },
};

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Life of an access token, of a refresh token and of a consent's code, in milliseconds. */
const ACCESS = 90_000_000;
const REFRESH = 90 * 86_400_000;
const CODE = 600_000;

interface Consent {
  readonly challenge: string;
  readonly until: number;
}

/** The one pair of tokens that is valid, and the codes that can be exchanged for another. */
export class Credentials {
  #count = 0;
  #pair: TokenPair;
  #issued: number;
  readonly #codes = new Map<string, Consent>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
    this.#issued = now().getTime();
    this.#pair = this.#next();
  }

  get pair(): TokenPair {
    return this.#pair;
  }

  /** How many pairs were given out. */
  get count(): number {
    return this.#count;
  }

  get seconds(): string {
    return String(ACCESS / 1000);
  }

  #next(): TokenPair {
    this.#count += 1;
    this.#issued = this.#now().getTime();
    return { accessToken: `AT-${this.#count}-secret`, refreshToken: `RT-${this.#count}-secret` };
  }

  /** A new pair; the old one is dead from now on. */
  renew(): TokenPair {
    this.#pair = this.#next();
    return this.#pair;
  }

  #age(): number {
    return this.#now().getTime() - this.#issued;
  }

  accessState(token: unknown): "valid" | "expired" | "invalid" {
    if (token !== this.#pair.accessToken) return "invalid";
    return this.#age() < ACCESS ? "valid" : "expired";
  }

  refreshes(token: unknown): boolean {
    return token === this.#pair.refreshToken && this.#age() < REFRESH;
  }

  /** The Official Account agrees: a code for ten minutes and one use. */
  consent(challenge: string): string {
    const code = `code-${this.#codes.size + 1}`;
    this.#codes.set(code, { challenge, until: this.#now().getTime() + CODE });
    return code;
  }

  /** Uses up a code; its challenge if it was valid. */
  takeCode(code: string): string | undefined {
    const consent = this.#codes.get(code);
    this.#codes.delete(code);
    return consent && this.#now().getTime() < consent.until ? consent.challenge : undefined;
  }
}
