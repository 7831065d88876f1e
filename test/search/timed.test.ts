import { describe, expect, it } from "vitest";
import type { Ranking, Search, SearchOptions } from "../../src/core/search.ts";
import { timed } from "../../src/search/timed.ts";

const ranking: Ranking = { hits: [], verdict: "none", understood: "khai sinh" };
const options: SearchOptions = { today: "2026-11-24" };

describe("timed", () => {
  it("tells of a look at once, and changes nothing", () => {
    const told: number[] = [];
    const asked: unknown[] = [];
    const inner: Search = {
      find(...given) {
        asked.push(given);
        return ranking;
      },
    };
    const search = timed(inner, (ms) => told.push(ms));
    expect(search.find("khai sinh", options)).toBe(ranking);
    expect(asked).toEqual([["khai sinh", options]]);
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThanOrEqual(0);
  });

  it("tells of one that is found later when it is found", async () => {
    const told: number[] = [];
    const search = timed({ find: async () => ranking }, (ms) => told.push(ms));
    const found = search.find("khai sinh", options);
    expect(told).toEqual([]);
    expect(await found).toBe(ranking);
    expect(told).toHaveLength(1);
  });

  it("tells nothing of one that fails", async () => {
    const told: number[] = [];
    const search = timed({ find: () => Promise.reject(new Error("away")) }, (ms) => told.push(ms));
    await expect(search.find("khai sinh", options)).rejects.toThrow("away");
    expect(told).toEqual([]);
  });
});
