import { Command } from "commander";
import type { Fault } from "../../core/knowledge.ts";
import { checkKnowledge } from "../../knowledge/check/check.ts";
import { vietnamDay } from "../../text/today.ts";
import { foldersOf, knowledgeOption } from "./folders.ts";

/** `kb check`: prints every fault; exit code 1 when one of them is an error. */
export function checkCommand(): Command {
  return new Command("check")
    .description("Báo mọi lỗi trong thư mục tri thức theo tệp và số dòng")
    .addOption(knowledgeOption())
    .option("--json", "in ra JSON, mỗi lỗi một dòng")
    .action(async ({ json, ...options }: { knowledge?: string[]; json?: true }) => {
      const faults = await checkKnowledge(foldersOf(options), vietnamDay(new Date()));
      if (json) for (const fault of faults) console.log(JSON.stringify(fault));
      else console.log(faultReport(faults));
      if (faults.some(({ severity }) => severity === "error")) process.exitCode = 1;
    });
}

/** The faults as lines `file:line  lỗi|lưu ý  sentence`, and a last line that counts them. */
export function faultReport(faults: readonly Fault[]): string {
  if (faults.length === 0) return "Không có lỗi nào.";
  const rows = faults.map(
    ({ file, line, severity, message }) => `${file}:${line}  ${severity === "error" ? "LỖI" : "lưu ý"}  ${message}`,
  );
  const errors = faults.filter(({ severity }) => severity === "error");
  const files = new Set(errors.map(({ file }) => file)).size;
  return [...rows, "", `${errors.length} lỗi trong ${files} tệp, ${faults.length - errors.length} điều lưu ý.`].join(
    "\n",
  );
}
