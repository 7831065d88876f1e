import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { repeat } from "../../src/follow/repeat.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("repeated work", () => {
  it("is done every so often, and without a pause while there is something to do", async () => {
    const found = [2, 1, 0, 0, 5, 0];
    let done = 0;
    const stop = repeat(
      async () => found[done++] ?? 0,
      1_000,
      () => {},
    );
    expect(done).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toBe(3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toBe(4);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toBe(6);
    await stop();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(done).toBe(6);
  });

  it("goes on after a failure, which is told", async () => {
    const faults: unknown[] = [];
    const fault = new Error("store down");
    const stop = repeat(
      () => Promise.reject(fault),
      1_000,
      (error) => void faults.push(error),
    );
    await vi.advanceTimersByTimeAsync(2_000);
    expect(faults).toEqual([fault, fault]);
    await stop();
  });

  it("is never done twice at once, and is waited for at the end", async () => {
    let finish = (_found: number) => {};
    let begun = 0;
    const work = () => {
      begun += 1;
      return new Promise<number>((resolve) => {
        finish = resolve;
      });
    };
    const stop = repeat(work, 1_000, () => {});
    await vi.advanceTimersByTimeAsync(5_000);
    expect(begun).toBe(1);
    let ended = "no";
    const end = stop().then(() => {
      ended = "yes";
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ended).toBe("no");
    finish(7);
    await end;
    expect([begun, ended]).toEqual([1, "yes"]);
  });
});
