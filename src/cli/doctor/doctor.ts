import type { Settings } from "../../config.ts";
import { vietnamDay } from "../../text/today.ts";
import { askTheTime, checkOneStop, checkPublicUrl } from "./addresses.ts";
import { both, broken, type Finding } from "./finding.ts";
import { openKept } from "./kept.ts";
import { checkKnowledgeFolders } from "./knowledge.ts";
import { checkClock, checkDataFolder, checkNode, checkPort } from "./machine.ts";
import { checkChatModel, checkEmbedder } from "./models.ts";
import { checkRedis } from "./redis.ts";
import { checkTelegram } from "./telegram.ts";
import { checkOfficialAccount, checkZaloBot } from "./zalo.ts";

export interface World {
  readonly now: () => Date;
  /** As `process.versions.node` gives it. */
  readonly node: string;
}

/** Tries everything that the service stands on, all at once; sends nothing to anybody and changes nothing. */
export async function examine(settings: Settings, { now, node }: World): Promise<Finding[]> {
  const [data, knowledge, port, redis, publicUrl, telegram, account, bot, oneStop, chat, embedder, clocks] =
    await Promise.all([
      checkDataFolder(settings),
      checkKnowledgeFolders(settings, vietnamDay(now())),
      checkPort(settings),
      checkRedis(settings, now),
      checkPublicUrl(settings),
      checkTelegram(settings),
      checkOfficialAccount(settings, () => openKept(settings, now)),
      checkZaloBot(settings),
      checkOneStop(settings),
      checkChatModel(settings),
      checkEmbedder(settings),
      askTheTime(settings, now),
    ]);
  const clock = checkClock([...clocks, ...(redis.clock ? [redis.clock] : [])]);
  const base = [checkNode(node), data, knowledge, port, clock, ...redis.findings, publicUrl];
  return [...base, ...telegram, account, bot, ...oneStop, chat, embedder];
}

/** The faults of settings that cannot even be read. */
export function settingFaults(faults: readonly string[]): Finding[] {
  return faults.map((fault) => {
    const [name = "", ...says] = fault.split(": ");
    return broken(
      name,
      says.join(": "),
      both("sửa trong .env; .env.example ghi nghĩa từng dòng", "correct it in .env; .env.example says what each means"),
    );
  });
}
