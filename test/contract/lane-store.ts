import { beforeEach, describe, expect, it } from "vitest";
import { ALL, type Change, type Entry, type Holder, type LaneStore } from "../../src/storage/mail/store.ts";

export interface Prepared {
  /** Empty; its leases last `LEASE`. */
  readonly store: LaneStore;
  /** Lets so many milliseconds go by. */
  pass(milliseconds: number): Promise<void>;
}

/** Milliseconds. */
export const LEASE = 200;

const NOTHING: Change = { inbox: 0, outbox: 0, parts: [] };
const EMPTY = { inbox: [], outbox: [], state: undefined };
const A: Holder = { key: "lane", token: "a" };
const B: Holder = { key: "lane", token: "b" };

function entry(mark: string, more: Partial<Entry> = {}): Entry {
  return { key: "lane", mark, box: "inbox", letters: [mark], ...more };
}

/** What lanes keep to, above all when holders die, come late or repeat themselves. */
export function laneStoreContract(name: string, prepare: () => Promise<Prepared>): void {
  describe(name, () => {
    let store: LaneStore;
    let pass: Prepared["pass"];
    beforeEach(async () => {
      ({ store, pass } = await prepare());
    });

    it("finds nothing in a lane into which nothing came", async () => {
      expect(await store.take(A)).toEqual({ status: "empty" });
      expect(await store.waiting()).toBe(0);
      expect(await store.release(A, { after: 0 })).toBe("done");
      expect(await store.waiting()).toBe(0);
    });

    it("tells the first that comes into a lane from the next, and from what came before", async () => {
      expect(await store.append(entry("1"))).toBe("first");
      expect(await store.append(entry("2"))).toBe("next");
      expect(await store.append(entry("p", { box: "outbox" }))).toBe("next");
      expect(await store.append(entry("1"))).toBe("seen");
      expect(await store.append(entry("3", { key: "other" }))).toBe("first");
      expect(await store.append(entry("nothing", { key: "third", letters: [] }))).toBe("next");
    });

    it("takes a lane for waiting until its holder has let it go empty", async () => {
      await store.append(entry("1"));
      await store.take(A);
      await store.change(A, 1, { ...NOTHING, inbox: 1 });
      expect(await store.append(entry("2"))).toBe("next");
      await store.change(A, 2, { ...NOTHING, inbox: 1 });
      await store.release(A, "done");
      expect(await store.append(entry("3"))).toBe("first");
      await store.take(B);
      await store.change(B, 1, { ...NOTHING, inbox: 1 });
      await pass(LEASE);
      expect(await store.append(entry("4"))).toBe("next");
    });

    it("gives a lane to one holder until the lease is over", async () => {
      await store.append(entry("1"));
      expect(await store.take(A)).toEqual({ status: "taken", contents: { ...EMPTY, inbox: ["1"] } });
      const { status, after } = (await store.take(B)) as { status: string; after: number };
      expect(status).toBe("later");
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThanOrEqual(LEASE);
      await pass(LEASE);
      expect(await store.take(B)).toMatchObject({ status: "taken" });
    });

    it("keeps a holder whose lease ran out until another comes", async () => {
      await store.append(entry("1"));
      await store.take(A);
      await pass(2 * LEASE);
      expect(await store.change(A, 1, { ...NOTHING, parts: ["p"] })).toMatchObject({ outbox: ["p"] });
      expect(await store.take(B)).toMatchObject({ status: "later" });
    });

    it("refuses every step of a holder that was taken over", async () => {
      await store.append(entry("1"));
      await store.take(A);
      await store.change(A, 1, { ...NOTHING, parts: ["p", "q"] });
      await pass(LEASE);
      const taken = { status: "taken", contents: { inbox: ["1"], outbox: ["p", "q"], state: undefined } };
      expect(await store.take(B)).toEqual(taken);
      await expect(store.change(A, 2, { ...NOTHING, outbox: 1 })).rejects.toMatchObject({ code: "lane_lost" });
      expect(await store.release(A, { after: 60_000 })).toBe("done");
      await store.renew(A);
      expect(await store.change(B, 1, NOTHING)).toEqual(taken.contents);
    });

    it("renews the lease with every change and when asked", async () => {
      await store.append(entry("1"));
      await store.take(A);
      for (let step = 1; step <= 3; step++) {
        await pass(0.7 * LEASE);
        await store.change(A, step, NOTHING);
      }
      await pass(0.7 * LEASE);
      await store.renew(A);
      await pass(0.7 * LEASE);
      expect(await store.take(B)).toMatchObject({ status: "later" });
    });

    it("makes a change once, however often it is repeated", async () => {
      await store.append(entry("p", { box: "outbox", letters: ["p", "q", "r"] }));
      await store.take(A);
      const confirm = { ...NOTHING, outbox: 1 };
      expect(await store.change(A, 1, confirm)).toMatchObject({ outbox: ["q", "r"] });
      expect(await store.change(A, 1, confirm)).toMatchObject({ outbox: ["q", "r"] });
      expect(await store.change(A, 2, confirm)).toMatchObject({ outbox: ["r"] });
      await expect(store.change(A, 1, confirm)).rejects.toMatchObject({ code: "lane_lost" });
      await expect(store.change(A, 4, confirm)).rejects.toMatchObject({ code: "lane_lost" });
    });

    it("takes all that there is", async () => {
      await store.append(entry("1"));
      await store.append(entry("2"));
      await store.take(A);
      await store.change(A, 1, { inbox: 1, outbox: 0, state: '{"a":1}', parts: ["p", "q"] });
      expect(await store.change(A, 2, { inbox: ALL, outbox: ALL, state: null, parts: ["r"] })).toEqual({
        inbox: [],
        outbox: ["r"],
        state: undefined,
      });
    });

    it("keeps, sets and forgets the state", async () => {
      await store.append(entry("1"));
      await store.take(A);
      expect((await store.change(A, 1, { ...NOTHING, state: '"s"' })).state).toBe('"s"');
      expect((await store.change(A, 2, NOTHING)).state).toBe('"s"');
      expect((await store.change(A, 3, { ...NOTHING, state: null })).state).toBeUndefined();
    });

    it("is done with a lane only when it is empty", async () => {
      await store.append(entry("1"));
      await store.take(A);
      expect(await store.release(A, "done")).toEqual({ after: 0 });
      expect(await store.waiting()).toBe(1);
      await store.take(A);
      await store.change(A, 1, { ...NOTHING, inbox: 1 });
      expect(await store.release(A, "done")).toBe("done");
      expect(await store.waiting()).toBe(0);
    });

    it("lets a lane rest, even an empty one", async () => {
      await store.append(entry("1"));
      await store.take(A);
      await store.change(A, 1, { ...NOTHING, inbox: 1 });
      expect(await store.release(A, { after: 300 })).toEqual({ after: 300 });
      await store.append(entry("2"));
      expect(await store.take(B)).toMatchObject({ status: "later" });
      await pass(300);
      expect(await store.take(B)).toMatchObject({ status: "taken", contents: { inbox: ["2"] } });
    });

    it("forgets a lane whose holder died after emptying it", async () => {
      await store.append(entry("1"));
      await store.take(A);
      await store.change(A, 1, { ...NOTHING, inbox: 1, state: '"s"' });
      await pass(LEASE);
      expect(await store.take(B)).toEqual({ status: "empty" });
      expect(await store.waiting()).toBe(0);
      await store.append(entry("2"));
      expect(await store.take(B)).toMatchObject({ status: "taken", contents: { inbox: ["2"], state: '"s"' } });
    });

    it("gives a lane that was erased and came back to nobody's old holder", async () => {
      await store.append(entry("1"));
      await store.take(A);
      await store.change(A, 1, { ...NOTHING, inbox: ALL });
      await store.release(A, "done");
      await store.append(entry("2"));
      await expect(store.change(A, 2, { ...NOTHING, inbox: 1 })).rejects.toMatchObject({ code: "lane_lost" });
      expect(await store.take(B)).toMatchObject({ contents: { inbox: ["2"] } });
    });
  });
}
