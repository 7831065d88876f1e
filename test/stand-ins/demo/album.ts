import type { Photo } from "./handset.ts";

/** The pictures on the phones, each under an address of the demo's own server. */
export class Album {
  readonly #names = new Map<Uint8Array, string>();
  readonly #root: () => string;

  /** @param root base of the addresses, with the slash at its end; asked whenever one is needed */
  constructor(root: () => string) {
    this.#root = root;
  }

  /** Where a picture can be fetched from now on. */
  keep(bytes: Uint8Array): Photo {
    const name = this.#names.get(bytes) ?? `anh-${this.#names.size + 1}`;
    this.#names.set(bytes, name);
    return { bytes, url: `${this.#root()}pictures/${name}` };
  }

  find(name: string): Uint8Array | undefined {
    return [...this.#names].find(([, one]) => one === name)?.[0];
  }
}
