import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { folderWith, procedureFile } from "../knowledge/folder.ts";
import { temporaryFolder } from "../surroundings.ts";
import { silent } from "./doctor/answering.ts";

/** Runs the tool as `npm run doctor` does. */
function doctor(env: Readonly<Record<string, string>>, ...args: string[]): Promise<{ code: number; printed: string }> {
  const knowledge = folderWith({ "procedures/a/1.001193.md": procedureFile() });
  const all = { PATH: process.env.PATH, PORT: "0", DATA_DIR: temporaryFolder(), KNOWLEDGE_DIR: knowledge, ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "src/cli/doctor.ts", ...args], { env: all }, (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), printed: stdout });
    });
  });
}

describe("npm run doctor", () => {
  it("is content with the defaults, and exits 0", async () => {
    const { code, printed } = await doctor({});
    expect(code).toBe(0);
    expect(printed).toMatch(/^✔ Node/);
    expect(printed).toContain("1 thủ tục, 0 lỗi · 1 procedures, 0 faults");
    expect(printed).toContain("Everything is fine.");
  });

  it("tells what is broken as JSON, exits 1, and shows no token", async () => {
    const env = {
      TELEGRAM_BOT_TOKEN: "12345:token-of-nobody",
      TELEGRAM_API_ROOT: await silent(),
      KNOWLEDGE_DIR: "no-such-folder",
    };
    const { code, printed } = await doctor(env, "--json");
    expect(code).toBe(1);
    const findings = JSON.parse(printed) as { about: string; verdict: string }[];
    const names = findings.filter(({ verdict }) => verdict === "broken").map(({ about }) => about);
    expect(names).toEqual(["KNOWLEDGE_DIR", "TELEGRAM_BOT_TOKEN"]);
    expect(printed).not.toContain("token-of-nobody");
  });

  it("explains settings that cannot be read, all at once", async () => {
    const { code, printed } = await doctor({ PORT: "x", ROLE: "web" });
    expect(code).toBe(1);
    expect(printed).toMatch(/✖ PORT {7}.*\n.*→ sửa trong \.env/);
    expect(printed).toContain("✖ REDIS_URL  còn thiếu, vì đã có ROLE=web");
  });
});
