import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { folderWith, procedureFile } from "../knowledge/folder.ts";
import { temporaryFolder } from "../surroundings.ts";

describe("npm run chat", () => {
  it("talks line by line; a number presses a button; /thoat ends", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/chat.ts"], {
      encoding: "utf8",
      input: "lệ phí của 1.001193\n1\n/thoat\nthời hạn của 1.001193\n",
      env: {
        ...process.env,
        KNOWLEDGE_DIR: folderWith({ "procedures/a/1.001193.md": procedureFile() }),
        DATA_DIR: temporaryFolder(),
      },
    });
    const parts = stdout.split("Nguồn: ");
    expect(stdout).toMatch(/^Xin chào anh\/chị!/);
    expect(parts).toHaveLength(3);
    expect(parts[0]).toContain("Lệ phí:");
    expect(parts[1]).toContain("Giấy tờ cần có:");
    expect(parts[1]).toContain("Tờ khai đăng ký khai sinh");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
