import { describe, expect, it } from "vitest";
import type { Part } from "../../src/core/mail.ts";
import { createWaiting } from "../../src/follow/waiting.ts";
import { openStorage } from "../../src/storage/index.ts";
import { Clock, countingIds, temporaryFolder } from "../surroundings.ts";
import { MemoryStore } from "./memory-store.ts";

const LANE = "zalo-oa/p";
const part = (text: string, keep?: string): Part => ({ text, buttons: [], ...(keep !== undefined && { keep }) });

function open() {
  const store = new MemoryStore();
  const posted: { readonly lane: string; readonly id: string; readonly text: string }[] = [];
  const post = async (lane: string, id: string, parts: readonly Part[]) => {
    for (const { text } of parts) posted.push({ lane, id, text });
  };
  return { store, posted, waiting: createWaiting({ store, post }) };
}

describe("what could not be said", () => {
  it("is said at the next contact, once: what has a name, and of a name the last", async () => {
    const { posted, waiting, store } = open();
    await waiting.keep(LANE, [part("câu trả lời cũ"), part("đang xử lý", "A/0")]);
    await waiting.keep(LANE, [part("có kết quả", "A/0"), part("cần nộp tiền", "B/0")]);
    await waiting.keep("zalo-oa/p2", [part("của người khác", "A/0")]);
    await waiting.release(LANE);
    await waiting.release(LANE);
    expect(posted.map(({ lane, text }) => [lane, text])).toEqual([
      [LANE, "có kết quả"],
      [LANE, "cần nộp tiền"],
    ]);
    expect(store.keys("waiting/")).toHaveLength(1);
  });

  it("has the same id when the process dies before it is forgotten, another id the next time", async () => {
    const { posted, waiting, store } = open();
    await waiting.keep(LANE, [part("một", "A/0")]);
    const records = new Map(store.records);
    await waiting.release(LANE);
    for (const [key, stored] of records) store.records.set(key, stored);
    await waiting.release(LANE);
    await waiting.keep(LANE, [part("một", "A/0")]);
    await waiting.release(LANE);
    const [first, second, third] = posted.map(({ id }) => id);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it("is forgotten with the person", async () => {
    const { posted, waiting } = open();
    await waiting.keep(LANE, [part("một", "A/0")]);
    await waiting.forget(LANE);
    await waiting.release(LANE);
    expect(posted).toEqual([]);
  });

  it("waits 60 days in the embedded store, and stands in the lane before the answer", async () => {
    const clock = new Clock();
    const options = { newToken: countingIds(), report: () => {}, now: clock.now };
    const { store, mailroom, close } = await openStorage({ dataDir: temporaryFolder(), ...options });
    const waiting = createWaiting({ store, post: (...args) => mailroom.post(...args) });
    await waiting.keep(LANE, [part("có kết quả", "A/0")]);
    clock.forward(59 * 86_400_000);
    await mailroom.deliver(LANE, { id: "1", channel: "zalo-oa", person: "p", text: "chào", at: clock.now() });
    const outbox = await new Promise<readonly Part[]>((resolve) => {
      void mailroom.work(
        async (hold) => {
          await waiting.release(hold.name);
          const { outbox } = await hold.settle(1, {}, [part("Dạ, em chào anh/chị")]);
          await hold.drop();
          resolve(outbox);
          return "done";
        },
        { parallel: 1 },
      );
    });
    expect(outbox.map(({ text }) => text)).toEqual(["có kết quả", "Dạ, em chào anh/chị"]);
    await waiting.keep(LANE, [part("cũ", "A/0")]);
    clock.forward(61 * 86_400_000);
    expect(await store.list("waiting/")).toEqual([]);
    await close();
  });
});
