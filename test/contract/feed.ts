import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed, Said } from "../../src/core/feed.ts";
import type { FeedTerms } from "../../src/storage/feed/terms.ts";
import { until } from "../until.ts";

export interface FeedRig {
  /** Opens a feed on the store; the second one stands for another time or, where there are several, another process. */
  open(terms?: Partial<FeedTerms>): Feed;
  /** Lets time pass for the store. */
  pass(milliseconds: number): Promise<void>;
}

const PERSON = "00000000-0000-4000-8000-000000000001";

export function said(text: string, more: Partial<Said> = {}): Said {
  return { from: "assistant", text, buttons: [], at: "2026-11-24T03:00:00.000Z", ...more };
}

/** What every feed keeps to. `prepare` empties the store before each test. */
export function feedContract(name: string, prepare: () => Promise<FeedRig>): void {
  describe(name, () => {
    let rig: FeedRig;
    let feed: Feed;
    const opened: Feed[] = [];
    const open = (terms?: Partial<FeedTerms>) => {
      const made = rig.open(terms);
      opened.push(made);
      return made;
    };
    const texts = async (after?: string, person = PERSON) => (await feed.read(person, after)).map(({ text }) => text);
    const placeOf = async (text: string) => (await feed.read(PERSON)).find((item) => item.text === text)?.place;

    beforeEach(async () => {
      rig = await prepare();
      feed = open();
      await until(() => feed.read(PERSON).then(Array.isArray, () => false));
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
    });

    it("is empty for somebody who has said nothing", async () => {
      expect(await feed.read(PERSON)).toEqual([]);
    });

    it("gives back what was said, in order and whole", async () => {
      const whole: Said = {
        from: "assistant",
        text: "Lệ phí: 8.000 đồng.\n\n“trích” 👨‍👩‍👧 \ud800 \u0000",
        buttons: [{ label: "Thời hạn", send: "#p/1.001193/time" }],
        picture: { file: "qr.svg", alt: "Mã QR" },
        at: "2026-11-24T03:00:00.000Z",
      };
      await feed.append(PERSON, said("chào", { from: "person", key: "k1" }));
      await feed.append(PERSON, whole);
      const items = await feed.read(PERSON);
      expect(items).toEqual([
        { ...said("chào", { from: "person", key: "k1" }), place: expect.any(String) },
        { ...whole, place: expect.any(String) },
      ]);
    });

    it("goes on after any place, however fast things were said", async () => {
      const all = Array.from({ length: 30 }, (_, n) => `${n}`);
      for (const text of all) await feed.append(PERSON, said(text));
      expect(await texts()).toEqual(all);
      for (const item of await feed.read(PERSON)) {
        expect(await texts(item.place)).toEqual(all.slice(Number(item.text) + 1));
      }
    });

    it.each(["", "x", "-", "1", "1-", "-1", "1-1-1", "9".repeat(40), "(1-0", "+", "*"])(
      "gives everything after %j, which is no place",
      async (after) => {
        await feed.append(PERSON, said("một"));
        expect(await texts(after)).toEqual(["một"]);
      },
    );

    it("has nothing after a place that is still to come", async () => {
      await feed.append(PERSON, said("một"));
      expect(await texts("999999999999999-0")).toEqual([]);
    });

    it("keeps people apart", async () => {
      await feed.append("a", said("của a"));
      await feed.append("a/b", said("của a/b"));
      expect(await texts(undefined, "a")).toEqual(["của a"]);
      expect(await texts(undefined, "a/b")).toEqual(["của a/b"]);
    });

    it("keeps an item with the same key once, also when it comes twenty times at once", async () => {
      const same = said("chào", { from: "person", key: "k1" });
      await Promise.all(Array.from({ length: 20 }, () => feed.append(PERSON, same)));
      await feed.append(PERSON, said("chào", { from: "person", key: "k2" }));
      await feed.append("other", same);
      expect(await texts()).toEqual(["chào", "chào"]);
      expect(await texts(undefined, "other")).toEqual(["chào"]);
    });

    it("keeps the last ones only", async () => {
      feed = open({ most: 3 });
      await until(() => feed.read(PERSON).then(Array.isArray, () => false));
      for (const text of ["1", "2", "3", "4", "5"]) await feed.append(PERSON, said(text));
      expect(await texts()).toEqual(["3", "4", "5"]);
    });

    it("forgets what is too old", async () => {
      feed = open({ keep: 200 });
      await until(() => feed.read(PERSON).then(Array.isArray, () => false));
      await feed.append(PERSON, said("cũ"));
      const place = await placeOf("cũ");
      await rig.pass(201);
      expect(await texts()).toEqual([]);
      await feed.append(PERSON, said("mới"));
      expect(await texts()).toEqual(["mới"]);
      expect(await texts(place)).toEqual(["mới"]);
    });

    it("forgets a person on request, and goes on with what comes then", async () => {
      await feed.append(PERSON, said("bí mật"));
      await feed.append("other", said("của người khác"));
      const place = await placeOf("bí mật");
      await feed.erase(PERSON);
      expect(await texts()).toEqual([]);
      await feed.append(PERSON, said("đã xoá"));
      expect(await texts(place)).toEqual(["đã xoá"]);
      expect(await texts(undefined, "other")).toEqual(["của người khác"]);
    });

    it("can be erased when there is nothing", async () => {
      await expect(feed.erase(PERSON)).resolves.toBeUndefined();
    });

    it("wakes all who listen to this person, until they stop", async () => {
      const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
      const stop = feed.listen(PERSON, first);
      feed.listen(PERSON, second);
      feed.listen("other", other);
      await untilHeard(second);
      expect(first).toHaveBeenCalled();
      stop();
      stop();
      const [calls, seen] = [first.mock.calls.length, second.mock.calls.length];
      await feed.append(PERSON, said("hai"));
      await until(() => second.mock.calls.length > seen);
      expect(first).toHaveBeenCalledTimes(calls);
      expect(other).not.toHaveBeenCalled();
    });

    it("shows what is new to somebody who was just woken", async () => {
      const seen: string[] = [];
      feed.listen(PERSON, () => void texts().then((all) => seen.push(...all)));
      await feed.append(PERSON, said("một"));
      await until(() => seen.includes("một"));
    });

    it("keeps what was said when it is opened again", async () => {
      await feed.append(PERSON, said("một"));
      await feed.close();
      feed = open();
      await until(() => feed.read(PERSON).then(Array.isArray, () => false));
      expect(await texts()).toEqual(["một"]);
    });

    it("wakes nobody once it is closed, and closes twice", async () => {
      const wake = vi.fn();
      feed.listen(PERSON, wake);
      await untilHeard(wake);
      wake.mockClear();
      await feed.close();
      await feed.close();
      await expect(feed.append(PERSON, said("hai"))).rejects.toMatchObject({ code: "store_down" });
      expect(wake).not.toHaveBeenCalled();
    });

    /** A store that wakes by messages needs a moment until it hears them. */
    async function untilHeard(wake: ReturnType<typeof vi.fn>): Promise<void> {
      await until(async () => {
        await feed.append(PERSON, said("một"));
        return wake.mock.calls.length > 0;
      });
    }
  });
}
