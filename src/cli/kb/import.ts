import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { type ImportReport, importPortal } from "../../knowledge/import/import.ts";
import { isDay } from "../../knowledge/parse/fields.ts";
import { vietnamDay } from "../../text/today.ts";

/** `kb import`: portal JSON files into a knowledge folder, with a progress bar on a terminal. */
export function importCommand(): Command {
  return new Command("import")
    .description("Nhập tệp JSON của Cổng Dịch vụ công thành tệp tri thức")
    .argument("<from>", "tệp hoặc thư mục JSON")
    .requiredOption("--out <folder>", "thư mục tri thức để ghi vào")
    .option("--date <day>", "ngày Cổng cho xem dữ liệu này, năm-tháng-ngày", vietnamDay(new Date()))
    .action(async (from: string, { out, date }: { out: string; date: string }) => {
      if (!isDay(date)) throw new Error(`--date ${date}: viết năm-tháng-ngày, như 2026-07-20`);
      const bar = new SingleBar({ format: "{bar} {percentage}%  {value}/{total} tệp", noTTYOutput: false });
      const shown = process.stderr.isTTY;
      const report = await importPortal(from, {
        out,
        date,
        progress: (done, total) => {
          if (!shown) return;
          if (done === 1) bar.start(total, 0);
          bar.update(done);
        },
      });
      if (shown) bar.stop();
      console.log(importSummary(report, out));
    });
}

/** What was written and a table of what could not be read. */
export function importSummary({ read, written, problems }: ImportReport, out: string): string {
  const rows = problems.map(({ file, code, message }) => `${code.padEnd(16)} ${file}\n${" ".repeat(17)}${message}`);
  return [...rows, "", `Đọc ${read} tệp, ghi ${written} thủ tục vào ${out}; ${problems.length} tệp không nhập được.`]
    .join("\n")
    .trim();
}
