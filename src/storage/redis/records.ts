import type { PutOptions } from "../../core/store.ts";
import type { Kept, Records } from "../records/records.ts";
import { answer, type Client } from "./connection.ts";

const RECORD = "store:at:";
const KEYS = "store:keys";
const ENDS = "store:ends";
const COUNTER = "store:version";

/** Records in Redis, for any number of processes. */
export class RedisRecords implements Records {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async read(key: string): Promise<Kept | undefined> {
    const [json, version] = await answer(this.#client.hmGet(RECORD + key, ["json", "version"]));
    return typeof json === "string" ? { json, version: Number(version) } : undefined;
  }

  async write(key: string, json: string, { ifVersion, ttl }: PutOptions): Promise<number | "conflict"> {
    const life = ttl === undefined ? "" : Math.ceil(ttl);
    const reply = this.#client.recordWrite([RECORD + key, KEYS, ENDS, COUNTER], [key, json, ifVersion ?? "", life]);
    const version = await answer(reply);
    return version === 0 ? "conflict" : version;
  }

  async remove(key: string, version: number | "" = ""): Promise<void> {
    await answer(this.#client.recordRemove([RECORD + key, KEYS, ENDS], [key, version]));
  }

  range(prefix: string, most: number): Promise<readonly (Kept & { readonly key: string })[]> {
    return answer(this.#client.recordRange([KEYS], [RECORD, prefix, most]));
  }
}
