import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { folderWith, procedureFile } from "../knowledge/folder.ts";

const FOLDER = folderWith({
  "procedures/a/1.001193.md": procedureFile(),
  "procedures/b/2.000635.md": "hỏng",
});

/** The command as a person starts it. */
function kb(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/kb.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, KNOWLEDGE_DIR: FOLDER, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

describe("npm run kb", () => {
  it("uses the folders of the settings", () => {
    const { status, stdout } = kb("check");
    expect(stdout).toContain("1 lỗi trong 1 tệp");
    expect(status).toBe(1);
  });

  it("shows a procedure", () => {
    const { status, stdout } = kb("show", "1.001193");
    expect(stdout).toContain("1.001193  Đăng ký khai sinh");
    expect(status).toBe(0);
  });

  it("tells in a line what went wrong, without a stack", () => {
    const { status, stderr } = kb("import", "/nowhere", "--out", FOLDER);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });
});
