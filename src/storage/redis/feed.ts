import type { Feed, FeedItem, Said } from "../../core/feed.ts";
import { Listeners } from "../feed/listeners.ts";
import { readPlace } from "../feed/place.ts";
import { type FeedTerms, USUAL } from "../feed/terms.ts";
import { answer, type Client, connect } from "./connection.ts";

/** Published with a person's name when there is something new for them. */
const NEWS = "web:feed";

/** Keys: the person's stream. Arguments: item, its key or "", items kept, milliseconds kept, where to publish, person. */
const APPEND = `
if ARGV[2] ~= "" then
  for _, item in ipairs(redis.call("XRANGE", KEYS[1], "-", "+")) do
    if item[2][4] == ARGV[2] then return end
  end
end
local place = redis.call("XADD", KEYS[1], "MAXLEN", ARGV[3], "*", "said", ARGV[1], "key", ARGV[2])
redis.call("XTRIM", KEYS[1], "MINID", string.match(place, "%d+") - ARGV[4])
redis.call("PEXPIRE", KEYS[1], ARGV[4])
redis.call("PUBLISH", ARGV[5], ARGV[6])`;

export interface RedisFeedOptions extends Partial<FeedTerms> {
  /** Told of each interruption, once. */
  readonly report: (error: unknown) => void;
}

/** The feed on Redis: a stream for each person, and one channel by which every process hears of news. */
export class RedisFeed implements Feed {
  readonly #client: Client;
  readonly #subscriber: Client;
  readonly #listeners = new Listeners();
  readonly #terms: FeedTerms;

  /** Connects in the background: until Redis answers, what is asked throws `store_down`. */
  constructor(url: string, { report, ...terms }: RedisFeedOptions) {
    this.#terms = { ...USUAL, ...terms };
    this.#client = connect(url, report);
    this.#subscriber = connect(url, () => undefined);
    this.#subscriber.on("ready", () => this.#subscribe().catch(report));
  }

  async append(person: string, said: Said): Promise<void> {
    const { most, keep } = this.#terms;
    const args = [JSON.stringify(said), said.key ?? "", String(most), String(keep), NEWS, person];
    await answer(this.#client.eval(APPEND, { keys: [streamOf(person)], arguments: args }));
  }

  async read(person: string, after?: string): Promise<readonly FeedItem[]> {
    const oldest = Date.now() - this.#terms.keep;
    const [time = 0] = readPlace(after) ?? [];
    const start = time > oldest ? `(${after}` : String(oldest);
    const items = await answer(this.#client.xRange(streamOf(person), start, "+"));
    return (items ?? []).map(({ id, message }) => ({ ...(JSON.parse(message.said ?? "") as Said), place: id }));
  }

  listen(person: string, wake: () => void): () => void {
    return this.#listeners.add(person, wake);
  }

  async erase(person: string): Promise<void> {
    await answer(this.#client.del(streamOf(person)));
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    for (const client of [this.#client, this.#subscriber]) if (client.isOpen) client.destroy();
  }

  /** Hears of news from now on; what was published before is to be looked for. */
  async #subscribe(): Promise<void> {
    await this.#subscriber.subscribe(NEWS, this.#hear);
    this.#listeners.wakeAll();
  }

  readonly #hear = (person: string): void => this.#listeners.wake(person);
}

function streamOf(person: string): string {
  return `web:feed:${person}`;
}
