import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStorage } from "../../../src/storage/index.ts";
import { holdAlone } from "../../../src/storage/lmdb/sole.ts";
import { temporaryFolder } from "../../surroundings.ts";

const SOLE = join(import.meta.dirname, "../../../src/storage/lmdb/sole.ts");
const BUSY = { code: "store_down", message: expect.stringContaining("another process works in") };

/** Another process that holds the folder until it is killed. */
async function holder(folder: string): Promise<{ kill(): Promise<void> }> {
  const program = `const { holdAlone } = await import(${JSON.stringify(SOLE)});
    await holdAlone(${JSON.stringify(folder)});
    console.log("held");
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    async kill() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

describe("holdAlone", () => {
  it("makes the folder, and holds it as often as this process wants", async () => {
    const folder = join(temporaryFolder(), "var", "data");
    const lets = await Promise.all([holdAlone(folder), holdAlone(folder)]);
    expect(existsSync(folder)).toBe(true);
    for (const letGo of lets) await letGo();
    await (await holdAlone(folder))();
  });

  it("keeps other processes out, by whatever path they come, until the holder dies", async () => {
    const folder = temporaryFolder();
    const other = await holder(folder);
    const link = join(temporaryFolder(), "link");
    symlinkSync(folder, link);
    await expect(holdAlone(folder)).rejects.toMatchObject(BUSY);
    await expect(holdAlone(link)).rejects.toMatchObject(BUSY);
    const letGo = await holdAlone(temporaryFolder());
    await other.kill();
    await (await holdAlone(link))();
    await letGo();
  });

  it("lets others in once all holds are let go", async () => {
    const folder = temporaryFolder();
    const [one, two] = [await holdAlone(folder), await holdAlone(folder)];
    await one();
    await two();
    const other = await holder(folder);
    await expect(holdAlone(folder)).rejects.toMatchObject(BUSY);
    await other.kill();
  });

  it("tells when there can be no such folder", async () => {
    await expect(holdAlone("/dev/null/data")).rejects.toMatchObject({ code: "store_down" });
  });
});

describe("the embedded storage", () => {
  it("is not opened while another process has it", async () => {
    const folder = temporaryFolder();
    const other = await holder(folder);
    const options = { dataDir: folder, newToken: () => "t", report: () => undefined };
    await expect(openStorage(options)).rejects.toMatchObject(BUSY);
    expect(existsSync(join(folder, "state.lmdb"))).toBe(false);
    await other.kill();
    const storage = await openStorage(options);
    await storage.store.put("a", 1);
    await Promise.all([storage.close(), storage.close()]);
    const next = await holder(folder);
    await next.kill();
  });
});
