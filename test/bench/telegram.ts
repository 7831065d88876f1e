import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { readQuestions } from "../../src/cli/eval/questions.ts";
import { TelegramStandIn } from "../stand-ins/telegram/server.ts";
import { until } from "../until.ts";

export interface Talking {
  readonly bot: string;
  readonly people: number;
  /** People answered in a second, from the first question to the last answer. */
  readonly perSecond: number;
  /** Messages the bot sent: an answer may take several. */
  readonly sent: number;
}

const PATIENCE = { within: 300_000 };

/**
 * Many people ask one question each, all at once: how fast are they answered? By long polling, against the stand-in of the Bot API, first
 * a bare grammY bot that echoes, then the service without a model.
 */
export async function talking(people: number, files: readonly string[]): Promise<Talking[]> {
  const questions = (await Promise.all(files.map((file) => readQuestions(file)))).flat().map(({ text }) => text);
  const rows: Talking[] = [];
  for (const bot of ["echo", "assistant"]) rows.push(await measure(bot, people, questions));
  return rows;
}

async function measure(bot: string, people: number, questions: readonly string[]): Promise<Talking> {
  const standIn = await TelegramStandIn.start();
  const child = start(bot, standIn);
  try {
    await until(() => standIn.state.updates.polled, { ...PATIENCE, what: `${bot} asks for updates` });
    await ask(standIn, 1_000_000, people / 4, questions); // to warm up
    const began = performance.now();
    const sent = await ask(standIn, 2_000_000, people, questions);
    return { bot, people, perSecond: Math.round(people / ((performance.now() - began) / 1_000)), sent };
  } finally {
    child.kill("SIGKILL");
    await standIn.close();
  }
}

function start(bot: string, { root, state }: TelegramStandIn): ChildProcess {
  const script = join(import.meta.dirname, "telegram-bot.ts");
  return fork(script, [bot, state.token, root], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Lets everybody ask, and waits until everybody has got an answer. Returns how many messages that took. */
async function ask(
  standIn: TelegramStandIn,
  first: number,
  people: number,
  questions: readonly string[],
): Promise<number> {
  const before = standIn.state.sent.length;
  const phones = Array.from({ length: people }, (_, index) => standIn.phone({ id: first + index, first_name: "Lan" }));
  for (const [index, phone] of phones.entries()) phone.says(questions[index % questions.length] ?? "khai sinh");
  const answered = new Set<number>();
  let seen = before;
  await until(
    () => {
      for (; seen < standIn.state.sent.length; seen++) answered.add(standIn.state.sent[seen]?.chat ?? 0);
      return answered.size >= people;
    },
    { ...PATIENCE, what: "everybody is answered" },
  );
  return standIn.state.sent.length - before;
}
