import { describe, expect, it } from "vitest";
import { laneLost, storeDown } from "../../../src/storage/mail/faults.ts";
import { persist } from "../../../src/storage/mail/persist.ts";
import { until } from "../../until.ts";

/** A step that fails with these faults, one a call, and then succeeds. */
function step(...faults: readonly unknown[]) {
  const left = [...faults];
  const state = { calls: 0 };
  const run = async () => {
    state.calls++;
    if (left.length > 0) throw left.shift();
    return "done";
  };
  return { state, run };
}

const OPEN = new AbortController().signal;

describe("persist", () => {
  it("does a step that succeeds once", async () => {
    const { state, run } = step();
    expect(await persist(run, OPEN)).toBe("done");
    expect(state.calls).toBe(1);
  });

  it("repeats it until the store answers", async () => {
    const { state, run } = step(storeDown(new Error("away")), storeDown("still away"));
    expect(await persist(run, OPEN)).toBe("done");
    expect(state.calls).toBe(3);
  });

  it.each([laneLost("telegram/7"), new Error("broken"), undefined])("passes on other faults: %s", async (fault) => {
    const { state, run } = step(fault);
    await expect(persist(run, OPEN)).rejects.toBe(fault);
    expect(state.calls).toBe(1);
  });

  it("gives up when closing", async () => {
    const closing = new AbortController();
    const fault = storeDown("away");
    let calls = 0;
    const waiting = persist(async () => {
      calls++;
      throw fault;
    }, closing.signal);
    const given = expect(waiting).rejects.toBe(fault);
    await until(() => calls > 0);
    closing.abort();
    await given;
  });

  it("tries once more even when closing", async () => {
    expect(await persist(step().run, AbortSignal.abort())).toBe("done");
  });
});
