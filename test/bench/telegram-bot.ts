import { run } from "@grammyjs/runner";
import { Bot } from "grammy";
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { readSettings } from "../../src/config.ts";
import { temporaryFolder } from "../surroundings.ts";

/** Started by `telegram.ts` as a process of its own: the service as it is, or a bare grammY bot that says back what it hears. */
const [kind, token = "", apiRoot = ""] = process.argv.slice(2);

if (kind === "echo") {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.on("message:text", (context) => context.reply(context.message.text));
  run(bot);
} else {
  const settings = readSettings({
    PORT: "0",
    DATA_DIR: temporaryFolder(),
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_PER_SECOND: "100000",
  });
  const log = pino({ level: "warn", base: null });
  const app = await createApp(settings, { log, now: () => new Date(), newId: () => crypto.randomUUID() });
  process.send?.({ url: await app.start() });
}
process.on("disconnect", () => process.exit());
