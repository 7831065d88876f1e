import { beforeEach, describe, expect, it } from "vitest";
import { createWeb, type Web } from "../../../src/channels/web/web.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { AppError } from "../../../src/core/errors.ts";
import type { Part } from "../../../src/core/mail.ts";
import { Clock } from "../../surroundings.ts";
import { MemoryFeed } from "../../web/memory-feed.ts";

const AT = new Date("2026-11-24T03:00:00Z");
const part = (text: string): Part => ({ text, buttons: [] });

describe("the web channel", () => {
  let feed: MemoryFeed;
  let web: Web;
  let accepted: Inbound[];
  beforeEach(async () => {
    feed = new MemoryFeed();
    accepted = [];
    web = createWeb({ feed, now: new Clock().now });
    await web.start(async (inbound) => {
      accepted.push(inbound);
      return "new";
    });
  });

  it("hands a message on, with an id that no other person can use up", async () => {
    expect(await web.receive({ id: "m1", person: "a", text: "chào" })).toBe("new");
    await web.receive({ id: "m1", person: "b", text: "chào" });
    expect(accepted[0]).toEqual({ id: "a/m1", channel: "web", person: "a", text: "chào", at: AT });
    expect(accepted[1]?.id).toBe("b/m1");
  });

  it("tells a pressed button from words", async () => {
    await web.receive({ id: "m1", person: "a", text: "#p/1.001193/fee" });
    expect(accepted[0]).toMatchObject({ kind: "press", text: "#p/1.001193/fee" });
  });

  it("shows what was sent before it is answered, under the page's own id", async () => {
    web = createWeb({ feed, now: () => AT });
    await web.start(async ({ person }) => {
      await web.send(person, part("Dạ"));
      return "new";
    });
    await web.receive({ id: "m1", person: "a", text: "chào" });
    expect(await feed.read("a")).toMatchObject([
      { from: "person", text: "chào", key: "m1", at: AT.toISOString() },
      { from: "assistant", text: "Dạ" },
    ]);
  });

  it("shows no more of a long message than of an answer, but hands all of it on", async () => {
    const text = "x".repeat(20_000);
    await web.receive({ id: "m1", person: "a", text });
    expect(accepted[0]?.text).toBe(text);
    expect((await feed.read("a"))[0]?.text).toHaveLength(web.limits.text);
  });

  it("says when it came before", async () => {
    await web.start(async () => "seen");
    expect(await web.receive({ id: "m1", person: "a", text: "chào" })).toBe("seen");
  });

  it("hands nothing on that could not be kept", async () => {
    feed.down = true;
    await expect(web.receive({ id: "m1", person: "a", text: "chào" })).rejects.toMatchObject({ code: "store_down" });
    expect(accepted).toEqual([]);
  });

  it("fails when the message cannot be kept for its worker", async () => {
    await web.start(async () => {
      throw new AppError("store_down", "away", "");
    });
    await expect(web.receive({ id: "m1", person: "a", text: "chào" })).rejects.toMatchObject({ code: "store_down" });
  });

  it("sends a part whole, whoever listens", async () => {
    const whole = {
      text: "Bước 1",
      buttons: [{ label: "Xong", send: "#g/next" }],
      picture: { file: "a.svg", alt: "Mã" },
    };
    expect(await web.send("a", whole)).toEqual({ status: "sent" });
    expect(await feed.read("a")).toMatchObject([{ ...whole, from: "assistant", at: AT.toISOString() }]);
  });

  it("asks for another attempt while the store is away", async () => {
    feed.down = true;
    expect(await web.send("a", part("Dạ"))).toEqual({ status: "later", after: 1000 });
    feed.down = false;
    expect(await web.send("a", part("Dạ"))).toEqual({ status: "sent" });
  });

  it("hides no fault of ours", async () => {
    feed.append = async () => {
      throw new TypeError("no such thing");
    };
    await expect(web.send("a", part("Dạ"))).rejects.toBeInstanceOf(TypeError);
  });

  it("sends without listening, but receives only while it listens", async () => {
    const sender = createWeb({ feed, now: () => AT });
    expect(await sender.send("a", part("Dạ"))).toEqual({ status: "sent" });
    const message = { id: "m1", person: "a", text: "chào" };
    await expect(sender.receive(message)).rejects.toMatchObject({ code: "channel_closed" });
    await web.stop();
    await expect(web.receive(message)).rejects.toMatchObject({ code: "channel_closed" });
    expect(await web.send("a", part("Dạ"))).toEqual({ status: "sent" });
    expect(accepted).toEqual([]);
  });
});
