import { beforeEach, describe, expect, it, vi } from "vitest";
import { inventDossiers } from "../one-stop/dossiers.ts";
import { Album } from "./album.ts";
import { Conversation } from "./conversation.ts";
import type { Handset, Received } from "./handset.ts";
import { DOSSIER, receipt, samplesOf } from "./samples.ts";
import { Stage } from "./stage.ts";
import type { Action } from "./view.ts";
import { Wire } from "./wire.ts";

const now = () => new Date(1_795_489_200_000);

/** A phone that notes what is done on it. */
class NotingHandset implements Handset {
  readonly done: string[] = [];
  inbox: Received[] = [];
  blocked = false;
  constructor(
    readonly id: string,
    readonly name: string,
  ) {}

  begins = () => this.#note("begins");
  says = (text: string) => this.#note(`says ${text}`);
  presses = (message: string, button: number) => (button === 0 ? this.#note(`presses ${message}`) : undefined);
  sendsPhoto = ({ bytes, url }: { bytes: Uint8Array; url: string }) => this.#note(`photo ${bytes.length > 0} ${url}`);
  sharesPlace = () => this.#note("place");
  forwards = (_: string, writer: string) => this.#note(`forwards ${writer}`);
  blocks = () => {
    this.blocked = true;
    return this.#note("blocks");
  };
  unblocks = () => {
    this.blocked = false;
    return this.#note("unblocks");
  };
  received = () => this.inbox;

  #note(what: string) {
    this.done.push(what);
    return () => void this.done.push(`${what} again`);
  }
}

let lan: NotingHandset;
let tu: NotingHandset;
let changes: number;
let stage: Stage;
beforeEach(() => {
  lan = new NotingHandset("1", "Lan");
  tu = new NotingHandset("2", "Chú Tư");
  changes = 0;
  const album = new Album(() => "http://127.0.0.1:1/");
  const talk = (handset: Handset) => new Conversation({ handset, album, now });
  const conversations = { telegram: [talk(lan), talk(tu)], zalo: [talk(new NotingHandset("3", "Lan"))] };
  stage = new Stage({ conversations, wire: new Wire(now), dossiers: [], changed: () => changes++ });
});

const act = (action: Omit<Action, "app">) => stage.perform({ app: "telegram", ...action } as Action);
const phone = () => stage.view.phones.telegram;
const shown = () => phone().bubbles.map(({ from, text }) => `${from}: ${text}`);

describe("a phone on the stage", () => {
  it("shows what was said and what came, in the order of time", () => {
    act({ do: "say", text: "chao" } as Action);
    lan.inbox = [{ id: "bot-1", text: "Dạ.", buttons: ["Lệ phí"] }];
    expect(shown()).toEqual(["me: chao", "bot: Dạ."]);
    act({ do: "say", text: "le phi" } as Action);
    expect(shown()).toEqual(["me: chao", "bot: Dạ.", "me: le phi"]);
    expect(lan.done).toEqual(["says chao", "says le phi"]);
    expect(changes).toBe(2);
    expect(stage.view.phones.zalo.bubbles).toEqual([]);
  });

  it("shows a message that was changed in its place", () => {
    lan.inbox = [{ id: "bot-1", text: "Chờ em chút.", buttons: [] }];
    act({ do: "say", text: "chao" } as Action);
    expect(shown()).toEqual(["me: chao", "bot: Chờ em chút."]);
    lan.inbox = [{ id: "bot-1", text: "Dạ, xong.", buttons: [] }];
    expect(shown()).toEqual(["me: chao", "bot: Dạ, xong."]);
  });

  it("does what the menu offers", () => {
    for (const one of ["begin", "place", "forward", "photo"] as const) act({ do: one } as Action);
    act({ do: "photo", data: Buffer.from("ảnh").toString("base64") } as Action);
    expect(lan.done).toEqual([
      "begins",
      "place",
      "forwards Cô Ba",
      "photo true http://127.0.0.1:1/pictures/anh-1",
      "photo true http://127.0.0.1:1/pictures/anh-2",
    ]);
    expect(phone().bubbles.map(({ picture, note }) => picture ?? note)).toEqual([
      undefined,
      "Vị trí",
      "Chuyển tiếp từ Cô Ba",
      "/pictures/anh-1",
      "/pictures/anh-2",
    ]);
  });

  it("repeats the last update, whatever it was", () => {
    act({ do: "repeat" } as Action);
    expect(shown()).toEqual(["notice: Chưa có tin nào để gửi trùng."]);
    act({ do: "say", text: "chao" } as Action);
    act({ do: "press", bubble: "bot-1", button: 0 } as Action);
    act({ do: "press", bubble: "bot-1", button: 7 } as Action);
    act({ do: "repeat" } as Action);
    expect(lan.done).toEqual(["says chao", "presses bot-1", "presses bot-1 again"]);
  });

  it("does nothing but unblock while the bot is blocked", () => {
    act({ do: "block" } as Action);
    expect(phone().blocked).toBe(true);
    expect(act({ do: "say", text: "chao" } as Action)).toBe(false);
    expect(act({ do: "unblock" } as Action)).toBe(true);
    expect(phone().blocked).toBe(false);
    expect(lan.done).toEqual(["blocks", "unblocks"]);
  });

  it("is handed to somebody else, who has a talk of their own", () => {
    act({ do: "say", text: "toi la Lan" } as Action);
    expect(act({ do: "person", person: 1 } as Action)).toBe(true);
    act({ do: "say", text: "toi la Tu" } as Action);
    expect(phone()).toMatchObject({ people: ["Lan", "Chú Tư"], person: 1 });
    expect(shown()).toEqual(["me: toi la Tu"]);
    expect(tu.done).toEqual(["says toi la Tu"]);
    expect(act({ do: "person", person: 2 } as Action)).toBe(false);
  });

  it("shows that the bot is writing until something comes, at most five seconds", () => {
    vi.useFakeTimers();
    stage.showTyping("telegram", "1");
    stage.showTyping("telegram", "nobody");
    expect(phone().typing).toBe(true);
    lan.inbox = [{ id: "bot-1", text: "Dạ.", buttons: [] }];
    expect(phone().typing).toBe(false);
    stage.showTyping("telegram", "1");
    vi.advanceTimersByTime(5_000);
    expect(phone().typing).toBe(false);
    vi.useRealTimers();
  });
});

describe("the album", () => {
  it("gives a picture one address and finds it there", () => {
    const album = new Album(() => "http://127.0.0.1:1/");
    const { url } = album.keep(receipt());
    expect(album.keep(receipt()).url).toBe(url);
    expect(album.find("anh-1")).toBe(receipt());
    expect(album.find("anh-2")).toBeUndefined();
  });
});

describe("the sample dossiers", () => {
  it("tell what is needed to ask for them, and no more of a person", () => {
    const samples = samplesOf(inventDossiers(now(), () => 0.5, 0).values());
    const receipted = samples.find(({ code }) => code === DOSSIER);
    expect(receipted).toMatchObject({ state: "Đang xử lý", proof: expect.stringMatching(/^\d{4}$/) });
    for (const sample of samples) expect(Object.keys(sample)).toEqual(["code", "state", "proof"]);
  });
});
