import type { PutOptions, Store, Stored } from "../../core/store.ts";
import { readKey, writeKey } from "../keys.ts";
import type { Kept, Records } from "./records.ts";

/** Claims lie beside the records, where no key of a record reaches. */
const RECORD = "record:";
const CLAIM = "claim:";

/** The store over any driver. A claim is a record that only one can write; its version proves whose it is. */
export class RecordStore implements Store {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(key: string): Promise<Stored | undefined> {
    const kept = await this.#records.read(RECORD + writeKey(key));
    return kept && stored(kept);
  }

  async put(key: string, value: unknown, options: PutOptions = {}): Promise<number | "conflict"> {
    return this.#records.write(RECORD + writeKey(key), JSON.stringify(value) ?? "null", options);
  }

  async delete(key: string): Promise<void> {
    await this.#records.remove(RECORD + writeKey(key));
  }

  async list(prefix: string, most = Number.MAX_SAFE_INTEGER): Promise<readonly (Stored & { readonly key: string })[]> {
    const found = await this.#records.range(RECORD + writeKey(prefix), most);
    return found.map((kept) => ({ key: readKey(kept.key.slice(RECORD.length)), ...stored(kept) }));
  }

  async claim(key: string, ttl: number): Promise<(() => Promise<void>) | undefined> {
    const place = CLAIM + writeKey(key);
    const version = await this.#records.write(place, "true", { ifVersion: 0, ttl });
    return version === "conflict" ? undefined : () => this.#records.remove(place, version);
  }
}

function stored({ json, version }: Kept): Stored {
  return { value: JSON.parse(json), version };
}
