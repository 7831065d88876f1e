import { afterEach, describe, expect, it } from "vitest";
import { createServer } from "../../src/web/server.ts";
import { addStream, type StreamOptions } from "../../src/web/stream.ts";
import { surroundings } from "../surroundings.ts";
import { until } from "../until.ts";
import { EventStream } from "./event-stream.ts";
import { MemoryFeed, said } from "./memory-feed.ts";

const PERSON = "0b6b1c1e-8f2a-4d7e-9a51-3c1f5b2d9e10";
const cookie = `conversation=${PERSON}`;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function streams(options: Partial<StreamOptions> = {}) {
  const { log, logged } = surroundings();
  const feed = new MemoryFeed();
  const server = createServer({ log, readiness: () => "ready" });
  await addStream(server, { feed, ...options });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  ends.push(() => server.close());
  const open = async (headers: Record<string, string> = { cookie }, query = "") => {
    const stream = await EventStream.open(`${address}/api/stream${query}`, headers);
    ends.push(() => stream.close());
    return stream;
  };
  return { address, feed, logged, open, server };
}

describe("GET /api/stream", () => {
  it("tells what was said, then what is being said", async () => {
    const { feed, open } = await streams();
    await feed.append(PERSON, said("chào", { from: "person", key: "k1" }));
    const stream = await open();
    await stream.ready();
    await feed.append(PERSON, said("Dạ\nem nghe", { buttons: [{ label: "Lệ phí", send: "#p/1/fee" }] }));
    await until(() => stream.texts.length === 2);
    expect(stream.events).toEqual([
      { event: "message", id: "1-0", data: JSON.stringify(said("chào", { from: "person", key: "k1" })) },
      { event: "ready", data: '""' },
      { event: "message", id: "2-0", data: expect.stringContaining('"label":"Lệ phí"') },
    ]);
    expect(stream.texts).toEqual(["chào", "Dạ\nem nghe"]);
  });

  it("is a stream that nobody stores or holds back, with the headers of every answer", async () => {
    const { status, headers } = await (await streams()).open();
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-cache",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    });
  });

  it("tells the browser when to come back", async () => {
    const stream = await (await streams()).open();
    await stream.ready();
    expect(stream.others).toContain("retry: 2000");
  });

  it.each([
    ["Last-Event-ID", { cookie, "last-event-id": "2-0" }, ""],
    ["?after=", { cookie }, "?after=2-0"],
    ["Last-Event-ID rather than ?after=", { cookie, "last-event-id": "2-0" }, "?after=1-0"],
  ] as const)("goes on where %s says", async (_, headers, query) => {
    const { feed, open } = await streams();
    for (const text of ["1", "2", "3"]) await feed.append(PERSON, said(text));
    const stream = await open(headers, query);
    await stream.ready();
    expect(stream.texts).toEqual(["3"]);
  });

  it("tells all tabs of a person, and no other person", async () => {
    const { feed, open } = await streams();
    const [one, two] = [await open(), await open()];
    const other = await open({ cookie: cookie.replace("0b", "1c") });
    await Promise.all([one, two, other].map((stream) => stream.ready()));
    await feed.append(PERSON, said("một"));
    await until(() => one.texts.length === 1 && two.texts.length === 1);
    expect(other.texts).toEqual([]);
  });

  it.each([undefined, "conversation=1", `framed-conversation=${PERSON}`])(
    "tells a stranger that there is nothing, and ends: %s",
    async (header) => {
      const stream = await (await streams()).open(header === undefined ? {} : { cookie: header });
      await until(() => stream.ended);
      expect(stream.events).toEqual([{ event: "stranger", data: '""' }]);
      expect(stream.headers).not.toHaveProperty("set-cookie");
    },
  );

  it("knows a person in a frame by the frame's cookie, where frames are allowed", async () => {
    const { open, feed } = await streams({ embeddable: true });
    await feed.append(PERSON, said("một"));
    const stream = await open({ cookie: `framed-conversation=${PERSON}` }, "?embed=1");
    await stream.ready();
    expect(stream.texts).toEqual(["một"]);
  });

  it("gives signs of life, and looks for news that nobody called out", async () => {
    const { feed, open } = await streams({ heartbeat: 20 });
    const stream = await open();
    await stream.ready();
    await until(() => stream.others.filter((line) => line.startsWith(":")).length >= 2);
    const { wake } = feed;
    feed.wake = () => undefined;
    await feed.append(PERSON, said("một"));
    await until(() => stream.texts.length === 1);
    feed.wake = wake;
  });

  it("is not repeated by calls without news", async () => {
    const { feed, open } = await streams();
    const stream = await open();
    await stream.ready();
    await feed.append(PERSON, said("một"));
    for (let i = 0; i < 5; i++) feed.wake(PERSON);
    await feed.append(PERSON, said("hai"));
    await until(() => stream.texts.length === 2);
    expect(stream.texts).toEqual(["một", "hai"]);
  });

  it("refuses what asks for something else", async () => {
    const { address } = await streams();
    const response = await fetch(`${address}/api/stream`, { headers: { accept: "application/json", cookie } });
    expect(response.status).toBe(406);
  });
});

describe("the end of a stream", () => {
  it("comes when the browser goes, and nobody is listened to in vain", async () => {
    const { feed, open } = await streams();
    const stream = await open();
    await stream.ready();
    expect(feed.listening).toBe(1);
    stream.close();
    await until(() => feed.listening === 0);
  });

  it("comes at once when the server stops", async () => {
    const { feed, open, server } = await streams();
    const all = [await open(), await open(), await open({ cookie: cookie.replace("0b", "1c") })];
    await Promise.all(all.map((stream) => stream.ready()));
    await server.close();
    await until(() => all.every(({ ended }) => ended));
    expect(feed.listening).toBe(0);
  });

  it("comes when the store goes away; the browser asks again", async () => {
    const { feed, logged, open } = await streams();
    const stream = await open();
    await stream.ready();
    feed.down = true;
    feed.wake(PERSON);
    await until(() => stream.ended);
    const again = await open();
    await until(() => again.ended);
    expect(again.status).toBe(200);
    expect(feed.listening).toBe(0);
    expect(logged.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

describe("too many streams", () => {
  it("of one person are refused until one ends", async () => {
    const { open } = await streams({ limits: { each: 2, all: 9 } });
    const first = await open();
    await open();
    const third = await open();
    expect(third.status).toBe(503);
    first.close();
    await until(async () => (await open()).status === 200);
  });

  it("in all are refused, with a sentence", async () => {
    const { address, open } = await streams({ limits: { each: 9, all: 1 } });
    await open();
    const response = await fetch(`${address}/api/stream`, { headers: { cookie: cookie.replace("0b", "1c") } });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      error: "too_many_streams",
      message: expect.stringContaining("tự nối lại"),
    });
  });
});
