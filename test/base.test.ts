import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logFaults, openBase, placeFor } from "../src/base.ts";
import type { Fault } from "../src/core/knowledge.ts";
import { folderWith, procedureFile, put } from "./knowledge/folder.ts";
import { surroundings, temporaryFolder } from "./surroundings.ts";

const WRITTEN = new Date("2026-11-20T00:00:00Z");
const PATH = "procedures/ho-tich/1.001193.md";

/** A knowledge folder, a data folder, and a way to open them that tells what was logged. */
function place(files: Record<string, string> = { [PATH]: procedureFile() }, dataDir = temporaryFolder()) {
  const folder = folderWith(files);
  for (const path of Object.keys(files)) utimesSync(join(folder, path), WRITTEN, WRITTEN);
  const open = async () => {
    const { log, logged } = surroundings();
    return { base: await openBase([folder], dataDir, log), logged };
  };
  const cacheFile = () => join(placeFor([folder], dataDir), "base.cache");
  return { folder, dataDir, open, cacheFile };
}

type Opened = Awaited<ReturnType<ReturnType<typeof place>["open"]>>;

function nameIn({ base }: Opened): string | undefined {
  return base.snapshot.procedures.get("1.001193")?.name;
}

async function firstFor({ base }: Opened, text: string): Promise<string | undefined> {
  return (await base.search.find(text, { today: "2026-11-24" })).hits[0]?.procedure.code;
}

/** Changes the name of the procedure without any trace in the file's size and time. */
function renameSecretly(folder: string): void {
  const file = join(folder, PATH);
  writeFileSync(file, readFileSync(file, "utf8").replace("name: Đăng ký khai sinh", "name: Đăng ký khai SINH"));
  utimesSync(file, WRITTEN, WRITTEN);
}

describe("openBase", () => {
  it("reads the files and can search them", async () => {
    const opened = await place().open();
    expect(nameIn(opened)).toBe("Đăng ký khai sinh");
    expect(await firstFor(opened, "lam giay khai sinh")).toBe("1.001193");
    expect(opened.logged).toEqual([]);
  });

  it("takes the cache while the files are the same, and finds the same in it", async () => {
    const { folder, open } = place();
    const files = await open();
    renameSecretly(folder);
    const cached = await open();
    expect(nameIn(cached)).toBe("Đăng ký khai sinh");
    expect(cached.base.snapshot).toEqual(files.base.snapshot);
    const options = { today: "2026-11-24" };
    expect(await cached.base.search.find("giấy khai sinh", options)).toEqual(
      await files.base.search.find("giấy khai sinh", options),
    );
  });

  it("reads the files again when one has changed", async () => {
    const { folder, open } = place();
    await open();
    put(folder, PATH, procedureFile({ name: "Đăng ký khai sinh lưu động" }));
    const opened = await open();
    expect(nameIn(opened)).toBe("Đăng ký khai sinh lưu động");
    expect(opened.logged).toEqual([expect.objectContaining({ level: 30, msg: expect.stringContaining("changed") })]);
  });

  it.each([
    ["cut", (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    [
      "changed in one byte",
      (bytes: Buffer) => bytes.fill((bytes.at(-20) ?? 0) ^ 1, bytes.length - 20, bytes.length - 19),
    ],
    ["empty", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("%PDF-1.7 not a cache")],
  ])("warns and rebuilds when the cache is %s", async (_, damage) => {
    const { open, cacheFile } = place();
    await open();
    writeFileSync(cacheFile(), damage(readFileSync(cacheFile())));
    const opened = await open();
    expect(nameIn(opened)).toBe("Đăng ký khai sinh");
    expect(opened.logged).toEqual([expect.objectContaining({ level: 40, msg: expect.stringContaining("damaged") })]);
    expect((await open()).logged).toEqual([]);
  });

  it("goes on without a cache when there is no place for it", async () => {
    const file = join(folderWith({ occupied: "a file" }), "occupied");
    const { logged, base } = await place(undefined, file).open();
    expect(base.snapshot.procedures.size).toBe(1);
    expect(logged).toEqual([expect.objectContaining({ level: 40, msg: expect.stringContaining("cannot be written") })]);
  });

  it("keeps the caches of different folders apart", async () => {
    const dataDir = temporaryFolder();
    const [first, second] = [
      place(undefined, dataDir),
      place({ [PATH]: procedureFile({ name: "Tên khác" }) }, dataDir),
    ];
    await first.open();
    await second.open();
    renameSecretly(first.folder);
    expect(nameIn(await first.open())).toBe("Đăng ký khai sinh");
    expect(nameIn(await second.open())).toBe("Tên khác");
  });

  it("refuses folders without a procedure", async () => {
    await expect(place({ "glossary.yaml": "words: []\nabbreviations: {}\n" }).open()).rejects.toMatchObject({
      code: "no_knowledge",
      message: expect.stringContaining("KNOWLEDGE_DIR"),
    });
  });

  it("refuses a folder that does not exist", async () => {
    const { log } = surroundings();
    await expect(openBase(["/nowhere/at/all"], temporaryFolder(), log)).rejects.toMatchObject({ code: "no_knowledge" });
  });
});

describe("logFaults", () => {
  function faults(count: number, severity: Fault["severity"]): Fault[] {
    return Array.from({ length: count }, (_, line) => ({ file: "a.md", line, code: "c", severity, message: "Sai." }));
  }

  function entries(list: Fault[]) {
    const { log, logged } = surroundings();
    logFaults(list, log);
    return logged;
  }

  it("says nothing when all is well", () => {
    expect(entries([])).toEqual([]);
  });

  it("tells errors with their place and counts warnings", () => {
    expect(entries([...faults(1, "error"), ...faults(2, "warning")])).toEqual([
      expect.objectContaining({ level: 40, file: "a.md", line: 0, code: "c", msg: "Sai." }),
      expect.objectContaining({ level: 30, warnings: 2 }),
    ]);
  });

  it("does not flood the log", () => {
    const logged = entries(faults(500, "error"));
    expect(logged).toHaveLength(21);
    expect(logged.at(-1)).toMatchObject({ errors: 500 });
  });
});
