import { Command, InvalidArgumentError } from "commander";
import { pino } from "pino";
import { startDemo } from "./demo.ts";

const { port } = new Command("npm run demo --")
  .description("Thử trợ lý trên Zalo và Telegram giả lập · try the assistant on stand-ins of Zalo and Telegram")
  .option("--port <số>", "cổng của trang thử · port of the page", readPort, 8090)
  .parse()
  .opts<{ port: number }>();

const log = pino({ level: "warn", base: null }, pino.destination(2));

try {
  const demo = await startDemo({ port, log });
  console.log(`Mở trang này để thử · open this page: ${demo.address}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void demo.stop().finally(() => process.exit()));
  }
} catch (error) {
  const taken = (error as { code?: unknown }).code === "EADDRINUSE";
  const busy = `Cổng ${port} đang bận, thử với --port 0 · port ${port} is taken, try --port 0`;
  console.error(taken ? busy : error instanceof Error ? error.message : error);
  process.exit(1);
}

function readPort(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("0–65535");
}
