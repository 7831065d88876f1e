import { Command } from "commander";
import { loadEnvFile, readSettings, type Settings, SettingsError } from "../config.ts";
import { examine, settingFaults } from "./doctor/doctor.ts";
import type { Finding } from "./doctor/finding.ts";
import { table, withoutSecrets } from "./doctor/report.ts";
import { runTool } from "./tool.ts";

const program = new Command("doctor")
  .description("Kiểm mọi cấu hình và nói chỗ nào hỏng, phải làm gì; mã thoát 1 khi có chỗ hỏng")
  .option("--json", "in ra JSON")
  .action(async ({ json }: { json?: true }) => {
    loadEnvFile();
    const { findings, settings } = await look();
    const shown = withoutSecrets(findings, settings);
    console.log(json ? JSON.stringify(shown, undefined, 2) : table(shown, process.stdout.isTTY));
    if (shown.some(({ verdict }) => verdict === "broken")) process.exitCode = 1;
  });

async function look(): Promise<{ findings: readonly Finding[]; settings: Partial<Settings> }> {
  try {
    const settings = readSettings();
    const world = { now: () => new Date(), node: process.versions.node };
    return { settings, findings: await examine(settings, world) };
  } catch (error) {
    if (error instanceof SettingsError) return { settings: {}, findings: settingFaults(error.faults) };
    throw error;
  }
}

await runTool(() => program.parseAsync());
