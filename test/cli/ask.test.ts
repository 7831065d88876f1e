import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { fileOf, folderWith, procedureFile } from "../knowledge/folder.ts";
import { temporaryFolder } from "../surroundings.ts";

const FOLDER = folderWith({ "procedures/a/1.001193.md": procedureFile() });
const OTHER = folderWith({ "procedures/a/1.000894.md": fileOf("1.000894", { name: "Đăng ký kết hôn" }) });
const DATA_DIR = temporaryFolder();

/** The command as a script starts it. */
function ask(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/ask.ts", ...args], {
    encoding: "utf8",
    input,
    env: { ...process.env, KNOWLEDGE_DIR: FOLDER, DATA_DIR, ...env },
  });
  return { status, stdout, stderr };
}

describe("npm run ask", () => {
  it("answers a question in text, the words given one by one", () => {
    const { status, stdout, stderr } = ask(["thời", "hạn", "của", "1.001193"]);
    expect(stdout).toContain("trong ngày làm việc");
    expect(stdout).toMatch(/\nNguồn: .*1\.001193/);
    expect(stdout).toMatch(/\n {2}1\. /);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("answers in one line of JSON", () => {
    const { stdout } = ask(["--json", "thời hạn của 1.001193"]);
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ id: "1", status: "answered", procedures: [{ code: "1.001193" }] });
  });

  it("takes other knowledge folders", () => {
    const { stdout } = ask(["--knowledge", `${OTHER},${FOLDER}`, "--json", "lệ phí của 1.000894"]);
    expect(JSON.parse(stdout)).toMatchObject({ status: "answered", procedures: [{ code: "1.000894" }] });
  });

  it("answers lines of JSON in their order, and goes on after a bad one", () => {
    const lines = [
      '{"id":"a","text":"lệ phí của 1.001193","session":"s"}',
      "nonsense",
      '{"id":"b","text":"còn thời hạn?","session":"s"}',
      JSON.stringify({ id: "c", text: "x".repeat(20_000) }),
      '{"id":"d","text":"\\ud800\\u0000<b>😀"}',
    ];
    const { status, stdout } = ask([], lines.join("\n"));
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(["a", null, "b", "c", "d"]);
    expect(answers[1]).toEqual({ id: null, status: "error", error: "line 2: not JSON" });
    expect(answers[2].text).toContain("trong ngày làm việc");
    expect(status).toBe(0);
  });

  it("says in a line what is wrong with the settings or the folder", () => {
    const settings = ask(["a"], "", { PORT: "x" });
    expect(settings.stderr).toMatch(/^Cấu hình chưa đúng · wrong settings:\n {2}- PORT: /);
    expect(settings.status).toBe(1);
    const folder = ask(["--knowledge", "/nowhere", "a"]);
    expect(folder.stderr).toMatch(/no procedure in \/nowhere/);
    expect(folder).toMatchObject({ status: 1, stdout: "" });
  });
});
