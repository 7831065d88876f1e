import { Command } from "commander";
import { loadEnvFile } from "../config.ts";
import { checkCommand } from "./kb/check.ts";
import { importCommand } from "./kb/import.ts";
import { searchCommand } from "./kb/search.ts";
import { showCommand } from "./kb/show.ts";

loadEnvFile();
const program = new Command("kb").description("Kiểm tra, nhập, xem và tìm trong thư mục tri thức");
for (const command of [checkCommand(), importCommand(), showCommand(), searchCommand()]) program.addCommand(command);
try {
  await program.parseAsync();
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : String(reason));
  process.exitCode = 2;
}
