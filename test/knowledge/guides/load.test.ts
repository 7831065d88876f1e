import { describe, expect, it } from "vitest";
import { fingerprint } from "../../../src/knowledge/fingerprint.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { packSnapshot, unpackSnapshot } from "../../../src/knowledge/pack.ts";
import { folderWith, put } from "../folder.ts";
import { guideFile, through } from "./folder.ts";

describe("guides in the snapshot", () => {
  it("are there by id, the earlier folder first", async () => {
    const first = folderWith({ "guides/x.yaml": guideFile("a") });
    const second = folderWith({
      "guides/a.yaml": guideFile("a", "aliases: [khác]\n"),
      "guides/b.yaml": guideFile("b"),
    });
    const { guides } = await loadKnowledge([first, second]);
    expect([...guides.keys()].sort()).toEqual(["a", "b"]);
    expect(guides.get("a")).toMatchObject({ file: "guides/x.yaml", aliases: [] });
  });

  it("go on as they were while their file is faulty", async () => {
    const folder = folderWith({ "guides/a.yaml": guideFile("a"), "guides/b.yaml": guideFile("b") });
    const before = await loadKnowledge([folder]);
    put(folder, "guides/a.yaml", guideFile("a").replace("Làm đi.", '""'));
    const after = await loadKnowledge([folder], { previous: before });
    expect(after.faults).toHaveLength(1);
    expect(after.guides.get("a")).toEqual(before.guides.get("a"));
    expect(after.guides.size).toBe(2);
    expect((await loadKnowledge([folder])).guides.has("a")).toBe(false);
  });

  it("go when their file goes", async () => {
    const before = await loadKnowledge([folderWith({ "guides/a.yaml": guideFile("a") })]);
    const after = await loadKnowledge([folderWith({ "guides/b.yaml": guideFile("b") })], { previous: before });
    expect([...after.guides.keys()]).toEqual(["b"]);
  });

  it("come back from the cache as they were", async () => {
    const folder = folderWith({ "guides/a.yaml": guideFile("a", "after: [b]\n", through("b")) });
    const snapshot = await loadKnowledge([folder]);
    expect(unpackSnapshot(packSnapshot(snapshot))?.guides).toEqual(snapshot.guides);
  });

  it("are part of the fingerprint and the version", async () => {
    const folder = folderWith({ "guides/a.yaml": guideFile("a") });
    const before = [fingerprint([folder]), (await loadKnowledge([folder])).version];
    put(folder, "guides/a.yaml", guideFile("a", "aliases: [mới]\n"));
    const after = [fingerprint([folder]), (await loadKnowledge([folder])).version];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});
