import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Dossier, OneStop } from "../../src/core/one-stop.ts";
import { cached } from "../../src/one-stop/cached.ts";

const KEEP = 60_000;

function stage(most = 100) {
  const asked: string[] = [];
  let found: Dossier | undefined | Error = { code: "A", state: "processing" };
  const inner: OneStop = {
    name: "inner",
    async find(code) {
      asked.push(code);
      if (found instanceof Error) throw found;
      return found && { ...found, code };
    },
  };
  const oneStop = cached(inner, { now: () => new Date(), keep: KEEP, most });
  const answers = (next: Dossier | undefined | Error) => {
    found = next;
  };
  return { asked, oneStop, answers };
}

describe("answers", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are kept for a minute", async () => {
    const { asked, oneStop } = stage();
    await oneStop.find("A");
    vi.advanceTimersByTime(KEEP - 1);
    await oneStop.find("A");
    expect(asked).toEqual(["A"]);
    vi.advanceTimersByTime(1);
    await oneStop.find("A");
    expect(asked).toEqual(["A", "A"]);
  });

  it("are not kept longer, even when nobody asks again", async () => {
    const { oneStop } = stage();
    await oneStop.find("A");
    vi.advanceTimersByTime(1_000);
    await oneStop.find("B");
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(KEEP);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("of none are kept as well", async () => {
    const { asked, oneStop, answers } = stage();
    answers(undefined);
    expect(await oneStop.find("A")).toBeUndefined();
    expect(await oneStop.find("A")).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it("that failed are not", async () => {
    const { asked, oneStop, answers } = stage();
    answers(new Error("down"));
    await expect(oneStop.find("A")).rejects.toThrow("down");
    answers({ code: "A", state: "returned" });
    expect((await oneStop.find("A"))?.state).toBe("returned");
    expect(asked).toHaveLength(2);
  });

  it("are shared by all who wait for the same", async () => {
    const { asked, oneStop } = stage();
    await Promise.all([oneStop.find("A"), oneStop.find("A"), oneStop.find("B")]);
    expect(asked).toEqual(["A", "B"]);
  });

  it("are kept of the latest alone when there are many", async () => {
    const { asked, oneStop } = stage(2);
    for (const code of ["A", "B", "C", "C", "B", "A"]) await oneStop.find(code);
    expect(asked).toEqual(["A", "B", "C", "A"]);
  });

  it("bear the system's name", () => {
    expect(stage().oneStop.name).toBe("inner");
  });
});
