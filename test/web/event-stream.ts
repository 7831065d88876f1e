import { once } from "node:events";
import { get, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { until } from "../until.ts";

export interface StreamEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

/** A stream of server-sent events as a browser reads it (html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream {
  readonly events: StreamEvent[] = [];
  /** Lines that are no part of an event: signs of life and the time to wait. */
  readonly others: string[] = [];
  ended = false;
  readonly #response: IncomingMessage;

  private constructor(response: IncomingMessage) {
    this.#response = response;
    void this.#read()
      .catch(() => undefined)
      .finally(() => {
        this.ended = true;
      });
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const asked = get(url, { headers: { accept: "text/event-stream", ...headers }, agent: false });
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    return new EventStream(response);
  }

  get status(): number | undefined {
    return this.#response.statusCode;
  }

  get headers(): IncomingHttpHeaders {
    return this.#response.headers;
  }

  /** The texts of the items that have come. */
  get texts(): string[] {
    return this.events.filter(({ event }) => event === "message").map(({ data }) => JSON.parse(data).text);
  }

  /** Waits until all that was there has been told. */
  ready(): Promise<void> {
    return until(() => this.events.some(({ event }) => event === "ready"), { what: "the stream is ready" });
  }

  close(): void {
    this.#response.destroy();
  }

  async #read(): Promise<void> {
    let rest = "";
    const decoder = new TextDecoder();
    for await (const chunk of this.#response) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) this.#take(block.split("\n"));
    }
  }

  #take(lines: readonly string[]): void {
    const field = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
    const data = field("data");
    if (data.length === 0) {
      this.others.push(...lines);
      return;
    }
    const [id] = field("id");
    this.events.push({ event: field("event")[0] ?? "message", data: data.join("\n"), ...(id !== undefined && { id }) });
  }
}
