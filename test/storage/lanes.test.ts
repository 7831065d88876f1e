import { describe, expect, it } from "vitest";
import { Lanes } from "../../src/storage/lanes.ts";

/** Work that ends when told to. */
function piece(name: string, done: string[]) {
  let end = () => {};
  let fail = (_: Error) => {};
  const told = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  const work = async () => {
    done.push(`${name} begins`);
    await told;
    done.push(`${name} ends`);
    return name;
  };
  return { work, end, fail };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("Lanes", () => {
  it("does the work of one lane in order, one at a time", async () => {
    const lanes = new Lanes();
    const done: string[] = [];
    const [first, second] = [piece("first", done), piece("second", done)];
    const results = [lanes.run("a", first.work), lanes.run("a", second.work)];
    second.end();
    await settle();
    expect(done).toEqual(["first begins"]);
    first.end();
    expect(await Promise.all(results)).toEqual(["first", "second"]);
    expect(done).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  it("lets no lane wait for another", async () => {
    const lanes = new Lanes();
    const done: string[] = [];
    const [slow, quick] = [piece("slow", done), piece("quick", done)];
    const waiting = lanes.run("a", slow.work);
    quick.end();
    expect(await lanes.run("b", quick.work)).toBe("quick");
    slow.end();
    await waiting;
  });

  it("goes on after a failure, which only its own caller hears of", async () => {
    const lanes = new Lanes();
    const failing = piece("failing", []);
    const next = piece("next", []);
    const failed = lanes.run("a", failing.work);
    const fine = lanes.run("a", next.work);
    failing.fail(new Error("broken"));
    next.end();
    await expect(failed).rejects.toThrow("broken");
    expect(await fine).toBe("next");
  });

  it("forgets lanes without work", async () => {
    const lanes = new Lanes();
    expect(lanes.busy).toBe(0);
    const results = [lanes.run("a", async () => 1), lanes.run("a", async () => 2), lanes.run("b", async () => 3)];
    expect(lanes.busy).toBe(2);
    await Promise.all(results);
    await settle();
    expect(lanes.busy).toBe(0);
  });
});
