import { describe, expect, it, vi } from "vitest";
import { Listeners } from "../../../src/storage/feed/listeners.ts";

describe("Listeners", () => {
  it("wakes those who wait for this person", () => {
    const listeners = new Listeners();
    const [a, again, b] = [vi.fn(), vi.fn(), vi.fn()];
    listeners.add("a", a);
    listeners.add("a", again);
    listeners.add("b", b);
    listeners.wake("a");
    listeners.wake("nobody");
    expect([a, again, b].map((wake) => wake.mock.calls.length)).toEqual([1, 1, 0]);
  });

  it("counts the same function twice when it is added twice", () => {
    const listeners = new Listeners();
    const wake = vi.fn();
    const stop = listeners.add("a", wake);
    listeners.add("a", wake);
    stop();
    stop();
    listeners.wake("a");
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it("lets somebody stop while being woken", () => {
    const listeners = new Listeners();
    const second = vi.fn();
    const stop = listeners.add("a", () => stop());
    listeners.add("a", second);
    listeners.wake("a");
    listeners.wake("a");
    expect(second).toHaveBeenCalledTimes(2);
  });

  it("lets somebody come back after all had stopped", () => {
    const listeners = new Listeners();
    const stop = listeners.add("a", vi.fn());
    stop();
    const wake = vi.fn();
    listeners.add("a", wake);
    stop();
    listeners.wake("a");
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it("wakes everybody, or nobody any more", () => {
    const listeners = new Listeners();
    const wakes = [vi.fn(), vi.fn()];
    wakes.forEach((wake, n) => {
      listeners.add(`${n}`, wake);
    });
    listeners.wakeAll();
    listeners.clear();
    listeners.wakeAll();
    for (const wake of wakes) expect(wake).toHaveBeenCalledTimes(1);
  });
});
