import { describe, expect, it } from "vitest";
import { type Granted, PassKeeper } from "../../src/one-stop/pass.ts";

const never = new AbortController().signal;

function keeping(grant?: () => Promise<Granted>) {
  const clock = { now: 0 };
  let granted = 0;
  const next = async () => ({ pass: `pass-${++granted}`, lasts: 300_000 });
  const keeper = new PassKeeper(grant ?? next, () => new Date(clock.now));
  return { clock, keeper, granted: () => granted, use: () => keeper.use(async (pass) => pass, never) };
}

describe("a pass", () => {
  it("is asked for once, however many wait for it", async () => {
    const { use, granted } = keeping();
    expect(await Promise.all([use(), use(), use()])).toEqual(["pass-1", "pass-1", "pass-1"]);
    expect(granted()).toBe(1);
  });

  it("is renewed half a minute before it ends", async () => {
    const { use, clock } = keeping();
    await use();
    clock.now = 269_999;
    expect(await use()).toBe("pass-1");
    clock.now = 270_000;
    expect(await use()).toBe("pass-2");
  });

  it("that lasts only seconds is used for half of them", async () => {
    let granted = 0;
    const { use, clock } = keeping(async () => ({ pass: `pass-${++granted}`, lasts: 10_000 }));
    await use();
    clock.now = 4_999;
    expect(await use()).toBe("pass-1");
    clock.now = 5_000;
    expect(await use()).toBe("pass-2");
  });

  it("that is refused is renewed once, for all who were refused", async () => {
    const { keeper, granted } = keeping();
    const use = () => keeper.use(async (pass) => (pass === "pass-1" ? "unauthorized" : pass), never);
    expect(await Promise.all([use(), use(), use(), use()])).toEqual(Array(4).fill("pass-2"));
    expect(granted()).toBe(2);
  });

  it("that is refused again is given up", async () => {
    const { keeper, granted } = keeping();
    await expect(keeper.use(async () => "unauthorized" as const, never)).rejects.toThrow(/refuses/);
    expect(granted()).toBe(2);
  });

  it("that could not be had is asked for anew by the next", async () => {
    let tries = 0;
    const { use } = keeping(async () => {
      if (++tries === 1) throw new Error("away");
      return { pass: "pass", lasts: 300_000 };
    });
    await expect(use()).rejects.toThrow("away");
    expect(await use()).toBe("pass");
  });

  it("is waited for no longer than the signal says, and still serves the next", async () => {
    let give = (_: Granted): void => {};
    const { keeper, use } = keeping(
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    const impatient = new AbortController();
    const waiting = keeper.use(async (pass) => pass, impatient.signal);
    impatient.abort(new Error("too late"));
    await expect(waiting).rejects.toThrow("too late");
    give({ pass: "pass", lasts: 300_000 });
    expect(await use()).toBe("pass");
    await expect(keeper.use(async (pass) => pass, AbortSignal.abort(new Error("over")))).rejects.toThrow("over");
  });
});
