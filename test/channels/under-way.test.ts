import { describe, expect, it } from "vitest";
import { createUnderWay } from "../../src/channels/under-way.ts";

/** A promise and what settles it. */
function piece() {
  let resolve: (value: string) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const work = new Promise<string>((...ways) => {
    [resolve, reject] = ways;
  });
  return { work, resolve, reject };
}

describe("work under way", () => {
  it("gives the work back as it is", async () => {
    const { track } = createUnderWay();
    const { work, resolve } = piece();
    expect(track(work)).toBe(work);
    resolve("xong");
    expect(await work).toBe("xong");
  });

  it("is finished when the last piece is, also one that failed", async () => {
    const { track, finished } = createUnderWay();
    const [one, other] = [piece(), piece()];
    let done = false;
    const failing = expect(track(other.work)).rejects.toThrow("hỏng");
    track(one.work);
    const end = finished().then(() => {
      done = true;
    });
    one.resolve("xong");
    await one.work;
    await Promise.resolve();
    expect(done).toBe(false);
    other.reject(new Error("hỏng"));
    await Promise.all([failing, end]);
    expect(done).toBe(true);
  });

  it("is finished at once when nothing was begun", async () => {
    await expect(createUnderWay().finished()).resolves.toBeUndefined();
  });
});
