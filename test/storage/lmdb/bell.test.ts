import { describe, expect, it } from "vitest";
import { Bell } from "../../../src/storage/lmdb/bell.ts";

describe("Bell", () => {
  it("wakes who sleeps", async () => {
    const bell = new Bell();
    const slept = bell.sleep(60_000);
    bell.ring();
    await slept;
  });

  it("lets nobody sleep longer than wanted", async () => {
    const started = performance.now();
    await new Bell().sleep(20);
    expect(performance.now() - started).toBeGreaterThan(15);
  });

  it("rings for nobody without harm, and is not heard later", async () => {
    const bell = new Bell();
    bell.ring();
    let awake = false;
    const slept = bell.sleep(60_000).then(() => {
      awake = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(awake).toBe(false);
    bell.ring();
    bell.ring();
    await slept;
  });
});
