import { describe, expect, it } from "vitest";
import { checkCommand, faultReport } from "../../../src/cli/kb/check.ts";
import type { Fault } from "../../../src/core/knowledge.ts";
import { folderWith, procedureFile } from "../../knowledge/folder.ts";
import { run } from "./run.ts";

const FILE = "procedures/ho-tich/1.001193.md";
const fault = (file: string, severity: Fault["severity"]): Fault => ({
  file,
  line: 3,
  code: "x",
  severity,
  message: "Câu.",
});

describe("kb check", () => {
  it("is content with a correct folder", async () => {
    const outcome = await run(checkCommand(), "--knowledge", folderWith({ [FILE]: procedureFile() }));
    expect(outcome).toEqual({ printed: "Không có lỗi nào.", exitCode: 0 });
  });

  it("prints file, line and sentence, and exits with 1", async () => {
    const folder = folderWith({ [FILE]: procedureFile({ who: "" }) });
    const { printed, exitCode } = await run(checkCommand(), "--knowledge", folder);
    expect(printed).toContain(`${folder}/${FILE}:7  LỖI  Dòng "who" (ai được làm) đang để trống`);
    expect(printed).toContain("1 lỗi trong 1 tệp, 0 điều lưu ý.");
    expect(exitCode).toBe(1);
  });

  it("does not fail for warnings alone", async () => {
    const folder = folderWith({ [FILE]: procedureFile({ effectiveTo: "2020-01-01" }) });
    const { printed, exitCode } = await run(checkCommand(), "--knowledge", folder);
    expect(printed).toContain("lưu ý  Thủ tục này đã hết hạn");
    expect(exitCode).toBe(0);
  });

  it("prints JSON lines", async () => {
    const folder = folderWith({ [FILE]: procedureFile({ who: "", online: "có" }) });
    const { printed } = await run(checkCommand(), "--knowledge", folder, "--json");
    const faults = printed.split("\n").map((line) => JSON.parse(line) as Fault);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [7, "empty-field"],
      [8, "wrong-value"],
    ]);
  });

  it("checks several folders together", async () => {
    const one = folderWith({ [FILE]: procedureFile({ related: '\n  - code: "2.000635"' }) });
    const two = folderWith({ "procedures/x/2.000635.md": procedureFile({ code: '"2.000635"' }) });
    expect((await run(checkCommand(), "--knowledge", one)).exitCode).toBe(1);
    expect((await run(checkCommand(), "--knowledge", `${one}, ${two}`)).exitCode).toBe(0);
  });
});

describe("faultReport", () => {
  it("counts errors, files and warnings", () => {
    const faults = [fault("a", "error"), fault("a", "error"), fault("b", "error"), fault("c", "warning")];
    expect(faultReport(faults).split("\n").at(-1)).toBe("3 lỗi trong 2 tệp, 1 điều lưu ý.");
  });
});
