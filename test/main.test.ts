import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { folderWith, procedureFile } from "./knowledge/folder.ts";
import { temporaryFolder } from "./surroundings.ts";

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
});

/** Starts the service as `npm start` does. `output` grows with what it prints; `seen` waits for a text in it. */
function start(env: Readonly<Record<string, string>> = {}) {
  const started = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: {
      ...process.env,
      PORT: "0",
      DATA_DIR: temporaryFolder(),
      KNOWLEDGE_DIR: folderWith({ "procedures/a/1.001193.md": procedureFile() }),
      ...env,
    },
  });
  child = started;
  let output = "";
  const ended = once(started, "close").then(([code]) => code as number | null);
  const seen = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = output.match(pattern);
        if (found) resolve(found);
      };
      for (const stream of [started.stdout, started.stderr]) stream.on("data", look);
      void ended.then(() => reject(new Error(`ended without ${pattern}: ${output}`)));
      look();
    });
  for (const stream of [started.stdout, started.stderr]) {
    stream.on("data", (data) => {
      output += String(data);
    });
  }
  return { started, ended, seen, output: () => output };
}

describe("npm start", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("prints its address, serves, and ends well on %s", async (signal) => {
    const { started, ended, seen, output } = start();
    const [, address] = await seen(/chat page: (http:\S+)\n/);
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    await seen(/EMBED_API_KEY\n/);
    expect(output()).toContain("switched off, set these to turn on:");
    started.kill(signal);
    expect(await ended).toBe(0);
    expect(output()).toContain("Đang dừng · stopping");
  });

  it("says in a sentence that the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const { ended, output } = start({ PORT: String(port), LOG_LEVEL: "silent" });
    expect(await ended).toBe(1);
    expect(output().trim()).toMatch(
      new RegExp(`^127\\.0\\.0\\.1:${port} đang có chương trình khác dùng.*change PORT\\.$`),
    );
    other.close();
  });

  it("tells all wrong settings at once", async () => {
    const { ended, output } = start({ PORT: "x", LOG_LEVEL: "loud" });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/PORT: .*\n {2}- LOG_LEVEL: /);
  });

  it("says which folder is empty", async () => {
    const { ended, output } = start({ KNOWLEDGE_DIR: folderWith({}) });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/cannot start: no procedure in \/.*KNOWLEDGE_DIR\n$/);
  });
});
