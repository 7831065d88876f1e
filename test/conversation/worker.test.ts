import { describe, expect, it } from "vitest";
import { createWorker, laneOf } from "../../src/conversation/worker.ts";
import { NOW, said, stage } from "./worker-stage.ts";

describe("a worker", () => {
  it("answers what waits, part by part, and is done", async () => {
    const { lane, texts, turns, results, run } = stage({ inbox: [said("một|hai")] });
    expect(await run()).toBe("done");
    expect(texts()).toEqual(["Dạ: một", "hai"]);
    expect(lane.changes).toEqual(["settle 1", "confirm", "confirm"]);
    expect([turns, results]).toEqual([["answered"], ["sent", "sent"]]);
  });

  it("sends nothing where there is nothing to say", async () => {
    const { lane, texts, run } = stage({ inbox: [said("")], silent: true });
    expect(await run()).toBe("done");
    expect([lane.inbox, texts()]).toEqual([[], []]);
  });

  it("sends what was composed before it answers anything new", async () => {
    const { lane, texts, run } = stage({ inbox: [said("mới")] });
    lane.outbox = [{ text: "cũ", buttons: [] }];
    await run();
    expect(texts()).toEqual(["cũ", "Dạ: mới"]);
  });

  it("hands the session of one turn to the next", async () => {
    const { heard, run } = stage({ inbox: [said("một", { ago: 60 }), said("hai")] });
    await run();
    expect(heard.map(({ session }) => session)).toEqual([{}, { asked: "một" }]);
  });

  it("keeps what an answer asks for before it counts as given", async () => {
    const { kept, lane, run } = stage({ inbox: [said("nhắc tôi")] });
    await run();
    expect(kept).toEqual(["nhắc tôi"]);
    expect(lane.inbox).toEqual([]);
  });

  it("rests as long as the platform wants, and keeps the part", async () => {
    const { lane, run } = stage({ inbox: [said("một")], answers: [{ status: "later", after: 1_234 }] });
    expect(await run()).toEqual({ after: 1_234 });
    expect(lane.outbox).toHaveLength(1);
    expect(await run()).toBe("done");
    expect(lane.outbox).toEqual([]);
  });

  it("drops what waits for a person who cannot be reached", async () => {
    const { lane, texts, run } = stage({
      inbox: [said("một|hai")],
      answers: [{ status: "unreachable", reason: "blocked" }],
    });
    expect(await run()).toBe("done");
    expect([lane.outbox, texts()]).toEqual([[], []]);
  });

  it("skips a part that the platform will never take", async () => {
    const { texts, run } = stage({ inbox: [said("một|hai")], answers: [{ status: "refused", reason: "too long" }] });
    expect(await run()).toBe("done");
    expect(texts()).toEqual(["hai"]);
  });

  it("lets a lane rest whose channel is not switched on", async () => {
    const { run } = stage({});
    expect(await run()).toBe("done");
    const { lane } = stage({ inbox: [said("một")] });
    const handle = createWorker({
      channels: new Map(),
      conversation: { reply: () => Promise.reject(new Error("not to be asked")) },
      toParts: () => [],
      late: "",
      now: () => NOW,
      forget: async () => {},
    });
    expect(await handle(lane)).toEqual({ after: 60_000 });
    expect(lane.changes).toEqual([]);
  });
});

describe("a worker with an unsure answer", () => {
  it.each(["choices", "silent", "clarify", "smalltalk"] as const)(
    "waits whether more follows on %s",
    async (status) => {
      const { lane, texts, turns, run } = stage({ inbox: [said("chị ơi", { ago: 0.2 })], status });
      expect(await run()).toEqual({ after: 1_000 });
      expect([lane.changes, texts(), turns]).toEqual([[], [], []]);
    },
  );

  it("works an answer out once, unless more words came", async () => {
    let now = NOW.getTime();
    const { lane, texts, heard, run } = stage({
      inbox: [said("chị ơi", { ago: 0.2 })],
      status: "clarify",
      now: () => now,
    });
    await run();
    now += 1_000;
    expect(await run()).toBe("done");
    expect([heard.length, texts()]).toEqual([1, ["Dạ: chị ơi"]]);
    lane.inbox = [said("cho em hỏi", { ago: -1 })];
    await run();
    lane.inbox = [...lane.inbox, said("khai sinh", { ago: -1.5 })];
    now += 5_000;
    await run();
    expect(heard.map(({ text }) => text)).toEqual(["chị ơi", "cho em hỏi", "cho em hỏi\nkhai sinh"]);
  });

  it.each(["answered", "case", "emergency", "refused"] as const)("does not wait with %s", async (status) => {
    const { run } = stage({ inbox: [said("cháy nhà", { ago: 0 })], status });
    expect(await run()).toBe("done");
  });

  it("does not wait after a button", async () => {
    expect(await stage({ inbox: [said("#h", { ago: 0, kind: "press" })], status: "smalltalk" }).run()).toBe("done");
  });

  it("does not wait for a clock that goes before ours", async () => {
    expect(await stage({ inbox: [said("alo", { ago: -3 })], status: "silent" }).run()).toBe("done");
  });

  it("waits for nobody longer than five seconds", async () => {
    const inbox = [said("alo", { ago: 5.5 }), said("em", { ago: 3 }), said("ơi", { ago: 0.1 })];
    const { texts, run } = stage({ inbox, status: "clarify" });
    expect(await run()).toBe("done");
    expect(texts()).toEqual(["Dạ: alo\nem\nơi"]);
  });
});

describe("a worker after an outage", () => {
  it("gives one answer with an apology", async () => {
    const inbox = [said("một", { ago: 900 }), said("hai", { ago: 600 }), said("ba", { ago: 300 })];
    const { lane, texts, run } = stage({ inbox });
    expect(await run()).toBe("done");
    expect(texts()).toEqual(["Xin lỗi, em trả lời trễ.\n\nDạ: ba"]);
    expect(lane.inbox).toEqual([]);
  });
});

describe("a worker and what is no question", () => {
  it("says nothing to somebody who left", async () => {
    const { lane, texts, heard, run } = stage({
      inbox: [said("", { kind: "unfollow" })],
      state: { session: { asked: "x" } },
    });
    expect(await run()).toBe("done");
    expect([lane.inbox, texts(), heard]).toEqual([[], [], []]);
    expect(lane.state).toEqual({ session: { asked: "x" } });
  });

  it("forgets everything when consent is withdrawn, and says nothing", async () => {
    const { lane, texts, forgotten, run } = stage({ inbox: [said("", { kind: "withdraw" })], state: { session: {} } });
    expect(await run()).toBe("done");
    expect(lane.changes).toEqual(["erase"]);
    expect([forgotten, texts()]).toEqual([["zalo/p"], []]);
  });

  it("forgets everything at the person's wish, says so, and keeps what was written after", async () => {
    const inbox = [said("xóa dữ liệu của tôi", { ago: 20 }), said("khai sinh", { ago: 10 })];
    const { lane, texts, forgotten, heard, run } = stage({ inbox, erase: true, state: { session: { asked: "x" } } });
    await run();
    expect(texts()[0]).toBe("Dạ: xóa dữ liệu của tôi");
    expect(forgotten[0]).toBe("zalo/p");
    expect(heard[1]).toEqual({ text: "khai sinh", session: {} });
    expect(lane.state).toBeUndefined();
  });

  it("is silent for half an hour after an officer's own words", async () => {
    const { lane, texts, run } = stage({ inbox: [said("để chị xem", { kind: "human" }), said("dạ", { ago: 1 })] });
    expect(await run()).toBe("done");
    expect([lane.inbox, texts()]).toEqual([[], []]);
    expect(lane.state).toEqual({ humanUntil: "2026-11-24T08:30:00.000Z" });
  });

  it("speaks again after that", async () => {
    const state = { session: { asked: "trước" }, humanUntil: "2026-11-24T07:59:59.000Z" };
    const { lane, heard, run } = stage({ inbox: [said("khai sinh")], state });
    await run();
    expect(heard[0]?.session).toEqual({ asked: "trước" });
    expect(lane.state).toEqual({ session: { asked: "khai sinh" } });
  });
});

describe("laneOf", () => {
  it("keeps a slash in the person apart from the channel", async () => {
    const { texts, run } = stage({ inbox: [said("một")] });
    await run();
    expect(texts()).toHaveLength(1);
    expect(laneOf({ channel: "web", person: "a/b" })).toBe("web/a/b");
  });
});
