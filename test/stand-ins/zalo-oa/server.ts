import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { APP, type App, Credentials } from "./credentials.ts";
import { Deliveries, type Posted } from "./deliveries.ts";
import { FaultPlan } from "./fault.ts";
import { handle, type Route } from "./handle.ts";
import { Phone } from "./phone.ts";
import { OaState, type Person } from "./state.ts";
import { Uploads } from "./uploads.ts";

export interface StandInOptions extends Partial<App> {
  readonly now?: () => Date;
}

/**
 * Zalo for one Official Account, on this machine: OAuth and OpenAPI under one address, people whose phones can be operated
 * (`phone`), a console for officers, and faults on demand (`faults.plan(MESSAGE_PATH, limited)`).
 */
export class ZaloOaStandIn {
  readonly app: App;
  readonly state: OaState;
  readonly credentials: Credentials;
  readonly uploads: Uploads;
  readonly faults = new FaultPlan();
  readonly deliveries: Deliveries;
  readonly #now: () => Date;
  readonly #server: Server;
  #messages = 0;

  private constructor({ now = () => new Date(), ...app }: StandInOptions) {
    this.app = { ...APP, ...app };
    this.#now = now;
    this.state = new OaState(now);
    this.credentials = new Credentials(now);
    this.uploads = new Uploads(now);
    this.deliveries = new Deliveries(this.app);
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: StandInOptions = {}): Promise<ZaloOaStandIn> {
    const standIn = new ZaloOaStandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  /** For the settings ZALO_API_ROOT and ZALO_OAUTH_ROOT. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Events go to this address from now on. */
  setWebhook(url: string): void {
    this.deliveries.url = url;
  }

  /** What the console does before it saves an address: an unsigned `{}`. Tells the status of the answer. */
  probe(): Promise<number> {
    return this.deliveries.call({ body: Buffer.from("{}"), headers: {} });
  }

  phone(person: Person = { id: "2000000000000000002", name: "Lan" }): Phone {
    return new Phone(this.#line, person);
  }

  /** Brings an event once more, as Zalo does when it did not see the answer. */
  repeat(posted: Posted): void {
    void this.deliveries.push("", posted);
  }

  /** An officer writes to a person from the console of the Official Account. */
  officerWrites(person: string, text: string, admin = "5000000000000000005"): Posted {
    this.state.find(person)?.chat.push({ from: "officer", text, buttons: [] });
    return this.#echo(person, this.state.nextMessageId(), text, { admin_id: admin });
  }

  async close(): Promise<void> {
    this.deliveries.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #line() {
    const newMessageId = () => `msg-${String(++this.#messages).padStart(4, "0")}`;
    const urlOf = (file: string) => `${this.root}/files/${file}`;
    return { app: this.app, state: this.state, deliveries: this.deliveries, now: this.#now, newMessageId, urlOf };
  }

  /** What the Official Account wrote comes back as an event. */
  #echo(person: string, msg_id: string, text: string, admin = {}): Posted {
    const ends = { sender: { id: this.app.oaId, ...admin }, recipient: { id: person } };
    return this.#phoneOf(person).push({ event_name: "oa_send_text", ...ends, message: { msg_id, text } });
  }

  #phoneOf(id: string): Phone {
    return this.phone(this.state.find(id)?.person ?? { id, name: "" });
  }

  /** After a message: its echo, that it came, and that it was read. */
  #sent(person: string, msg_id: string, text: string): void {
    this.#echo(person, msg_id, text);
    const ends = { sender: { id: person }, recipient: { id: this.app.oaId } };
    const phone = this.#phoneOf(person);
    phone.push({ event_name: "user_received_message", ...ends, message: { msg_id } });
    phone.push({ event_name: "user_seen_message", ...ends, message: { msg_ids: [msg_id] } });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { app, state, credentials, uploads } = this;
    const onSent = (person: string, id: string, text: string) => this.#sent(person, id, text);
    const { oaId, templates } = app;
    const desk = { state, uploads, oaId, templates, now: this.#now, onSent };
    const url = new URL(request.url ?? "/", this.root);
    const route: Route = { app, credentials, desk, url, request, response, fault: this.faults.take(url.pathname) };
    await handle(route);
  }
}
