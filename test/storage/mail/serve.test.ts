import { describe, expect, it } from "vitest";
import type { Hold, Next } from "../../../src/core/mail.ts";
import { laneLost, storeDown } from "../../../src/storage/mail/faults.ts";
import { serve } from "../../../src/storage/mail/serve.ts";
import type { Change, Contents, Holder, LaneStore } from "../../../src/storage/mail/store.ts";
import { until } from "../../until.ts";

const HOLDER: Holder = { key: "zalo/7", token: "t" };
const PART = { text: "a", buttons: [] };

/** A store that notes what is asked of it; each call first throws what `faults` holds for it. */
class NotingStore implements LaneStore {
  readonly asked: unknown[][] = [];
  readonly faults: unknown[] = [];
  contents: Contents = { inbox: [], outbox: [] };

  async change(holder: Holder, step: number, change: Change): Promise<Contents> {
    this.#note("change", holder.token, step, change);
    return this.contents;
  }

  async renew(holder: Holder): Promise<void> {
    this.#note("renew", holder.token);
  }

  async release(holder: Holder, next: Next): Promise<Next> {
    this.#note("release", holder.token, next);
    return next;
  }

  append = () => Promise.reject(new Error("not asked for"));
  take = () => Promise.reject(new Error("not asked for"));
  waiting = () => Promise.reject(new Error("not asked for"));

  #note(...call: unknown[]): void {
    this.asked.push(call);
    const fault = this.faults.shift();
    if (fault) throw fault;
  }
}

function stage(leaseMs = 60_000) {
  const store = new NotingStore();
  const reported: unknown[] = [];
  const terms = { leaseMs, retryMs: 70, newToken: () => "t", report: (error: unknown) => reported.push(error) };
  const contents = { inbox: [], outbox: ['{"text":"a","buttons":[]}'], state: '{"s":1}' };
  const run = (handle: (hold: Hold) => Promise<Next>, closing = new AbortController().signal) =>
    serve(store, HOLDER, contents, handle, terms, closing);
  return { store, reported, run };
}

describe("serve", () => {
  it("shows the handler its lane and releases it as the handler wants", async () => {
    const { store, reported, run } = stage();
    const next = await run(async ({ name, inbox, outbox, state }) => {
      expect({ name, inbox, outbox, state }).toEqual({ name: "zalo/7", inbox: [], outbox: [PART], state: { s: 1 } });
      return { after: 5 };
    });
    expect(next).toEqual({ after: 5 });
    expect(store.asked).toEqual([["release", "t", { after: 5 }]]);
    expect(reported).toEqual([]);
  });

  it("numbers the changes and writes them as letters", async () => {
    const { store, run } = stage();
    store.contents = { inbox: [], outbox: [], state: undefined };
    await run(async (hold) => {
      expect(await hold.settle(2, undefined, [PART])).toEqual({
        name: "zalo/7",
        inbox: [],
        outbox: [],
        state: undefined,
      });
      expect(hold.outbox).toEqual([]);
      await hold.confirm();
      await hold.drop();
      await hold.erase();
      return "done";
    });
    const all = Number.MAX_SAFE_INTEGER;
    expect(store.asked).toEqual([
      ["change", "t", 1, { inbox: 2, outbox: 0, state: null, parts: ['{"text":"a","buttons":[]}'] }],
      ["change", "t", 2, { inbox: 0, outbox: 1, parts: [] }],
      ["change", "t", 3, { inbox: 0, outbox: all, parts: [] }],
      ["change", "t", 4, { inbox: all, outbox: all, state: null, parts: [] }],
      ["release", "t", "done"],
    ]);
  });

  it("repeats a change under its number while the store is away", async () => {
    const { store, run } = stage();
    store.faults.push(storeDown("away"), storeDown("away"));
    await run(async (hold) => {
      await hold.confirm();
      return "done";
    });
    expect(store.asked.map(([what, , step]) => [what, step])).toEqual([
      ["change", 1],
      ["change", 1],
      ["change", 1],
      ["release", "done"],
    ]);
  });

  it("lets the lane rest when the handler throws, and reports it", async () => {
    const { store, reported, run } = stage();
    const fault = new Error("broken");
    expect(await run(() => Promise.reject(fault))).toEqual({ after: 70 });
    expect(store.asked).toEqual([["release", "t", { after: 70 }]]);
    expect(reported).toEqual([fault]);
  });

  it("tells the handler that its lane is lost", async () => {
    const { store, reported, run } = stage();
    store.faults.push(laneLost("zalo/7"));
    await run(async (hold) => {
      await hold.confirm();
      return "done";
    });
    expect(reported).toEqual([expect.objectContaining({ code: "lane_lost" })]);
  });

  it("renews the lease while the handler works, and no longer", async () => {
    const { store, reported, run } = stage(30);
    store.faults.push(undefined, storeDown("away"));
    const renewals = () => store.asked.filter(([what]) => what === "renew").length;
    await run(async () => {
      await until(() => renewals() >= 3);
      return "done";
    });
    const after = renewals();
    expect(store.asked.at(-1)).toEqual(["release", "t", "done"]);
    const started = performance.now();
    await until(() => performance.now() - started > 50);
    expect(renewals()).toBe(after);
    expect(reported).toEqual([expect.objectContaining({ code: "store_down" })]);
  });

  it("gives up on a store that is away when closing", async () => {
    const { store, run } = stage();
    store.faults.push(storeDown("away"));
    await expect(run(async () => "done", AbortSignal.abort())).rejects.toMatchObject({ code: "store_down" });
  });
});
