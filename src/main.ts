import { randomUUID } from "node:crypto";
import { type App, createApp } from "./app.ts";
import { loadEnvFile, readSettings, type Settings } from "./config.ts";
import { createLog } from "./log.ts";
import { startSentence, troubleSentence } from "./notices.ts";

/** Starts the service and prints where it is; exit code 1 with a sentence when it cannot start. */
async function main(): Promise<void> {
  let settings: Settings | undefined;
  let app: App | undefined;
  try {
    loadEnvFile();
    settings = readSettings();
    const log = createLog(settings.LOG_LEVEL);
    app = await createApp(settings, { log, now: () => new Date(), newId: randomUUID });
    console.log(startSentence(await app.start(), app.assistant.base, settings));
    stopOnSignal(app);
  } catch (error) {
    console.error(troubleSentence(error, settings));
    await app?.stop();
    process.exit(1);
  }
}

/** The first signal lets answers on their way finish, but not the embedding of the knowledge; a second one ends at once. */
function stopOnSignal(app: App): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      console.log("Đang dừng · stopping");
      void app.stop().finally(() => process.exit());
    });
  }
}

await main();
