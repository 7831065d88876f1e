import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/core/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { watchKnowledge } from "../../src/knowledge/watch.ts";
import { fileOf, folderWith, procedureFile, put } from "./folder.ts";

const FILE = "procedures/ho-tich/1.001193.md";

describe("watchKnowledge", () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** Watches; `next()` resolves with the next snapshot, `failures` collects what went wrong. */
  async function watching(folders: string[], changed: (snapshot: Snapshot) => void = () => {}) {
    const waiting: ((snapshot: Snapshot) => void)[] = [];
    const failures: unknown[] = [];
    const stop = await watchKnowledge(folders, {
      start: await loadKnowledge(folders),
      delay: 20,
      changed: (snapshot) => {
        waiting.shift()?.(snapshot);
        changed(snapshot);
      },
      failed: (reason) => failures.push(reason),
    });
    stops.push(stop);
    return { failures, stop, next: () => new Promise<Snapshot>((resolve) => waiting.push(resolve)) };
  }

  it("gives a new snapshot when a file changes", async () => {
    const folder = folderWith({ [FILE]: procedureFile() });
    const { next } = await watching([folder]);
    const coming = next();
    put(folder, FILE, procedureFile({ name: "Tên mới" }));
    expect((await coming).procedures.get("1.001193")?.name).toBe("Tên mới");
  });

  it("sees new files, also in new folders, and files taken away", async () => {
    const folder = folderWith({ [FILE]: procedureFile() });
    const { next } = await watching([folder]);
    const added = next();
    put(folder, "procedures/moi/2.000635.md", fileOf("2.000635"));
    expect([...(await added).procedures.keys()].sort()).toEqual(["1.001193", "2.000635"]);
    const removed = next();
    rmSync(join(folder, FILE));
    expect([...(await removed).procedures.keys()]).toEqual(["2.000635"]);
  });

  it("watches every folder", async () => {
    const [one, two] = [folderWith({ [FILE]: procedureFile() }), folderWith({ "faq/x.md": "" })];
    const { next } = await watching([one, two]);
    const coming = next();
    put(two, "procedures/a/2.000635.md", fileOf("2.000635"));
    expect((await coming).procedures.size).toBe(2);
  });

  it("keeps the last good version of a file that turned bad, and of one bad for long", async () => {
    const folder = folderWith({ [FILE]: procedureFile() });
    const { next } = await watching([folder]);
    const bad = next();
    put(folder, FILE, "hỏng");
    expect((await bad).procedures.has("1.001193")).toBe(true);
    const worse = next();
    put(folder, FILE, "hỏng hơn");
    const snapshot = await worse;
    expect(snapshot.procedures.has("1.001193")).toBe(true);
    expect(snapshot.faults).toHaveLength(1);
  });

  it("hands a throwing listener to `failed` and goes on", async () => {
    const folder = folderWith({ [FILE]: procedureFile() });
    const { next, failures } = await watching([folder], () => {
      throw new Error("listener");
    });
    const first = next();
    put(folder, FILE, procedureFile({ name: "Một" }));
    await first;
    const second = next();
    put(folder, FILE, procedureFile({ name: "Hai" }));
    expect((await second).procedures.get("1.001193")?.name).toBe("Hai");
    expect(failures[0]).toBeInstanceOf(Error);
  });

  it("is quiet once stopped", async () => {
    const folder = folderWith({ [FILE]: procedureFile() });
    const seen: Snapshot[] = [];
    const { stop } = await watching([folder], (snapshot) => seen.push(snapshot));
    put(folder, FILE, procedureFile({ name: "Sau cùng" }));
    await stop();
    await stop();
    expect(seen).toEqual([]);
  });
});
