import type { Settings } from "../../config.ts";
import { ask } from "./ask.ts";
import { both, broken, type Finding, off, ok, warning } from "./finding.ts";

/** Whether people reach the service by its public address, through whatever stands before it. */
export async function checkPublicUrl({ PUBLIC_URL: address }: Settings): Promise<Finding> {
  const about = "PUBLIC_URL";
  if (address === undefined) return off(about, about);
  const answer = await ask(`${address}/healthz`, { redirect: "manual" });
  if (answer.status === "failed") {
    const says = both(
      `không vào được ${address} (${answer.reason})`,
      `${address} cannot be reached (${answer.reason})`,
    );
    return broken(
      about,
      says,
      both("xem tên miền, chứng chỉ, tường lửa", "see to the domain, its certificate, the firewall"),
    );
  }
  const status = (answer.json as { status?: unknown } | undefined)?.status;
  if (typeof status === "string") return ok(about, `${address} (${status})`);
  const says = both(
    `${address} trả lời HTTP ${answer.http}, không phải dịch vụ này`,
    `${address} answers HTTP ${answer.http}, not this service`,
  );
  return warning(
    about,
    says,
    both(
      "khởi động dịch vụ; máy chủ phía trước phải chuyển tới PORT",
      "start the service; the reverse proxy must pass on to PORT",
    ),
  );
}

/** Whether the one-stop system answers at all; nothing is looked up. */
export async function checkOneStop({
  ONE_STOP: driver,
  ONE_STOP_URL: url,
  ONE_STOP_AUTH_URL: login,
}: Settings): Promise<Finding[]> {
  if (driver === undefined) return [off("ONE_STOP", "ONE_STOP, ONE_STOP_URL")];
  const addresses = { ONE_STOP_URL: url, ONE_STOP_AUTH_URL: login };
  const given = Object.entries(addresses).flatMap(([name, address]) =>
    address === undefined ? [] : [{ name, address }],
  );
  return Promise.all(given.map(({ name, address }) => checkReach(name, address, driver)));
}

async function checkReach(name: string, address: string, driver: string): Promise<Finding> {
  const answer = await ask(address, { redirect: "manual" });
  const { host } = new URL(address);
  if (answer.status === "answered") return ok(name, `${driver}: ${host} HTTP ${answer.http}`);
  const says = both(`không vào được ${host} (${answer.reason})`, `${host} cannot be reached (${answer.reason})`);
  return broken(
    name,
    says,
    both("xem địa chỉ và đường truyền tới hệ thống một cửa", "see to the address and the line to the one-stop system"),
  );
}

/** Clocks of well-known services that are used anyway. */
export async function askTheTime(settings: Settings, now: () => Date): Promise<{ there: Date; here: Date }[]> {
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, ZALO_APP_ID, ZALO_API_ROOT, PUBLIC_URL, LLM_BASE_URL } = settings;
  const addresses = [
    TELEGRAM_BOT_TOKEN && (TELEGRAM_API_ROOT ?? "https://api.telegram.org"),
    ZALO_APP_ID && (ZALO_API_ROOT ?? "https://openapi.zalo.me"),
    PUBLIC_URL,
    LLM_BASE_URL,
  ].filter((address) => address !== undefined);
  const answers = await Promise.all(addresses.map((address) => ask(address, { redirect: "manual" })));
  return answers.flatMap((answer) =>
    answer.status === "answered" && answer.date ? [{ there: answer.date, here: now() }] : [],
  );
}
