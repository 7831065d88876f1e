import { spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { until } from "../../until.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** A start compiles everything, and the machine may be busy; milliseconds. */
const PATIENT = 60_000;

/** Starts the demo as `npm run demo -- …` does. */
function run(...options: string[]) {
  const started = spawn(process.execPath, ["--import", "tsx", "test/stand-ins/demo/run.ts", ...options], { cwd: ROOT });
  let text = "";
  let code: number | null | undefined;
  for (const stream of [started.stdout, started.stderr]) {
    stream.on("data", (data) => {
      text += data;
    });
  }
  started.on("exit", (exitCode) => {
    code = exitCode;
  });
  return {
    says: (pattern: RegExp) => until(() => pattern.test(text), { within: PATIENT }),
    ends: async () => {
      await until(() => code !== undefined, { within: PATIENT });
      return { code, text };
    },
    text: () => text,
    interrupt: () => started.kill("SIGINT"),
  };
}

describe("npm run demo", { timeout: PATIENT }, () => {
  it("prints the address to open, and ends at Ctrl-C", async () => {
    const demo = run("--port", "0");
    await demo.says(/http:\/\/127\.0\.0\.1:\d+\//);
    const [address = ""] = demo.text().match(/http:\S+/) ?? [];
    expect(await (await fetch(address)).text()).toContain("Thử trợ lý");
    demo.interrupt();
    expect(await demo.ends()).toMatchObject({ code: 0 });
  });

  it("says that its port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, text } = await run("--port", String(port)).ends();
    expect(code).toBe(1);
    expect(text).toContain(`Cổng ${port} đang bận`);
    await new Promise((resolve) => other.close(resolve));
  });

  it("knows what a port is", async () => {
    const { code, text } = await run("--port", "70000").ends();
    expect(code).toBe(1);
    expect(text).toContain("0–65535");
  });
});
