import { createClient } from "redis";
import type { Settings } from "../../config.ts";
import { reasonOf } from "./ask.ts";
import { both, broken, type Finding, off, ok, warning } from "./finding.ts";

const ABOUT = "REDIS_URL";
const PATIENCE = 5_000;
/** BullMQ asks for 6.2 (docs.bullmq.io/guide/introduction, compatibility). */
const OLDEST = "6.2";

/** What is said of Redis, and what its clock showed. */
export interface RedisFindings {
  readonly findings: readonly Finding[];
  readonly clock?: { readonly there: Date; readonly here: Date };
}

/** Whether Redis can be reached, is new enough, and keeps what it has acknowledged. */
export async function checkRedis({ REDIS_URL }: Settings, now: () => Date): Promise<RedisFindings> {
  if (REDIS_URL === undefined) return { findings: [off(ABOUT, "REDIS_URL")] };
  const socket = { connectTimeout: PATIENCE, socketTimeout: PATIENCE, reconnectStrategy: false as const };
  const client = createClient({ url: REDIS_URL, socket });
  client.on("error", () => {});
  try {
    await client.connect();
    const info = read(await client.info());
    const [seconds] = (await client.sendCommand(["TIME"])) as unknown as [string];
    const clock = { there: new Date(Number(seconds) * 1000), here: now() };
    const configured = await client.configGet(["appendonly", "appendfsync", "maxmemory-policy"]).catch(() => undefined);
    return { findings: [checkVersion(info.get("redis_version") ?? "?"), ...checkKeeping(configured)], clock };
  } catch (error) {
    const why = reasonOf(error);
    const says = both(`không kết nối được (${why})`, `cannot be reached (${why})`);
    const remedy = both(
      "xem Redis có chạy, địa chỉ và mật khẩu có đúng",
      "see that Redis runs, and that address and password are right",
    );
    return { findings: [broken(ABOUT, says, remedy)] };
  } finally {
    if (client.isOpen) client.destroy();
  }
}

function read(info: string): ReadonlyMap<string, string> {
  return new Map(info.split(/\r?\n/).map((line) => line.split(":", 2) as [string, string]));
}

function checkVersion(version: string): Finding {
  if (version.localeCompare(OLDEST, "en", { numeric: true }) >= 0) return ok(ABOUT, `Redis ${version}`);
  return broken(
    ABOUT,
    both(`Redis ${version} cũ quá`, `Redis ${version} is too old`),
    both(`nâng lên Redis ${OLDEST} trở lên`, `upgrade to Redis ${OLDEST} or newer`),
  );
}

/** @param configured undefined where Redis tells nobody, as hosted ones do */
function checkKeeping(configured: Readonly<Record<string, string>> | undefined): Finding[] {
  const about = both("Redis lưu giữ", "Redis persistence");
  if (configured === undefined) {
    const says = both("Redis không cho xem cấu hình", "Redis does not show its configuration");
    return [warning(about, says, both(WANTED.vi, WANTED.en))];
  }
  const findings: Finding[] = [];
  const { appendonly, appendfsync, "maxmemory-policy": policy } = configured;
  if (policy !== "noeviction") {
    // docs.bullmq.io/guide/going-to-production: any other policy drops jobs when memory runs out.
    const says = both(
      `maxmemory-policy là ${policy}: hết bộ nhớ là mất tin`,
      `maxmemory-policy is ${policy}: messages are lost when memory runs out`,
    );
    findings.push(broken(about, says, "redis-cli CONFIG SET maxmemory-policy noeviction && redis-cli CONFIG REWRITE"));
  }
  if (appendonly !== "yes" || appendfsync === "no") {
    const says = both("Redis tắt đột ngột là mất tin đang chờ", "when Redis dies, waiting messages are lost");
    findings.push(
      warning(
        about,
        says,
        "redis-cli CONFIG SET appendonly yes && redis-cli CONFIG SET appendfsync everysec && redis-cli CONFIG REWRITE",
      ),
    );
  }
  return findings.length > 0 ? findings : [ok(about, `AOF ${appendfsync}, noeviction`)];
}

const WANTED = {
  vi: "tự kiểm: appendonly yes, appendfsync everysec, maxmemory-policy noeviction",
  en: "see to it: appendonly yes, appendfsync everysec, maxmemory-policy noeviction",
};
