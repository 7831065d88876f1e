import { beforeEach, describe, expect, it } from "vitest";
import { adoptPair, keepPair, readPair, stopPair, succeed } from "../../../src/channels/zalo-oa/pair.ts";
import { MemoryStore } from "./memory-store.ts";

let store: MemoryStore;
const given = { refreshToken: "RT-1", accessToken: "AT-1" };
beforeEach(() => {
  store = new MemoryStore();
});

describe("the tokens to go on with", () => {
  it("are the operator's at first, and durable before they are used", async () => {
    expect(await readPair(store)).toBeUndefined();
    const pair = await adoptPair(store, given, 5);
    expect(pair).toEqual({ refreshToken: "RT-1", accessToken: "AT-1", refreshAt: 5, used: [] });
    expect(await readPair(store)).toEqual(pair);
  });

  it("may begin with a refresh token alone", async () => {
    expect(await adoptPair(store, { refreshToken: "RT-1" }, 5)).not.toHaveProperty("accessToken");
  });

  it("are those kept, after a restart with the same settings", async () => {
    const renewed = succeed(await adoptPair(store, given, 5), { ...given, refreshToken: "RT-2", refreshAt: 9 });
    await keepPair(store, renewed);
    expect(await adoptPair(store, given, 100)).toEqual(renewed);
    expect(await adoptPair(store, { refreshToken: "RT-2" }, 100)).toEqual(renewed);
  });

  it("are the operator's again when others were set that were never used", async () => {
    await keepPair(store, { ...(await adoptPair(store, given, 5)), stopped: "-14014" });
    const next = await adoptPair(store, { refreshToken: "RT-7", accessToken: "AT-7" }, 8);
    expect(next).toMatchObject({ refreshToken: "RT-7", accessToken: "AT-7", refreshAt: 8 });
    expect(next.stopped).toBeUndefined();
    expect(await adoptPair(store, given, 9)).toEqual(next);
  });

  it("stop with a reason, and with their access token once that is dead", async () => {
    const pair = await adoptPair(store, given, 5);
    expect(await stopPair(store, pair, "-14014", false)).toEqual({ ...pair, stopped: "-14014" });
    const { accessToken, ...rest } = pair;
    expect(await stopPair(store, pair, "-14014", true)).toEqual({ ...rest, stopped: "-14014" });
    expect((await readPair(store))?.stopped).toBe("-14014");
  });

  it("do not stop when others have come in their place meanwhile", async () => {
    const pair = await adoptPair(store, given, 5);
    const next = await adoptPair(store, { refreshToken: "RT-7" }, 8);
    expect(await stopPair(store, pair, "-14014", true)).toEqual(next);
    expect(await readPair(store)).toEqual(next);
  });

  it("are the same for two processes that begin at once", async () => {
    const pairs = await Promise.all([adoptPair(store, given, 5), adoptPair(store, given, 6)]);
    expect(pairs[0]).toEqual(pairs[1]);
    expect(store.written).toHaveLength(1);
  });

  it("survive a record that cannot be read", async () => {
    await store.put("zalo/tokens", { nonsense: true });
    expect(await readPair(store)).toBeUndefined();
    expect(await adoptPair(store, given, 5)).toMatchObject(given);
  });

  it("keep no used token, only its digest, and not for ever", async () => {
    let pair = await adoptPair(store, given, 5);
    for (let count = 2; count < 400; count++) pair = succeed(pair, { refreshToken: `RT-${count}`, refreshAt: 5 });
    expect(pair.used).toHaveLength(150);
    expect(JSON.stringify(pair)).not.toMatch(/RT-(?!399)/);
  });
});
