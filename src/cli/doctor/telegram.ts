import { z } from "zod";
import type { Settings } from "../../config.ts";
import { type Asked, ask } from "./ask.ts";
import { both, broken, type Finding, off, ok, warning } from "./finding.ts";

const ABOUT = "TELEGRAM_BOT_TOKEN";
const MODE = "TELEGRAM_MODE";
const ROOT = "https://api.telegram.org";
/** Ports that Telegram calls (core.telegram.org/bots/api#setwebhook). */
const PORTS = ["", "443", "80", "88", "8443"];
/** More updates than these waiting at Telegram mean that nobody takes them. */
const MANY = 100;

const me = z.object({ ok: z.literal(true), result: z.object({ username: z.string() }) });
const refused = z.object({ ok: z.literal(false), error_code: z.number(), description: z.string() });
const webhook = z.object({
  ok: z.literal(true),
  result: z.object({
    url: z.string(),
    pending_update_count: z.number(),
    last_error_message: z.string().optional(),
  }),
});
type Webhook = z.infer<typeof webhook>["result"];

/** Whether Telegram knows the token, and brings messages the way the settings say. */
export async function checkTelegram(settings: Settings): Promise<Finding[]> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root = ROOT } = settings;
  if (token === undefined) return [off("Telegram", ABOUT)];
  const call = (method: string) => ask(`${root.replace(/\/+$/, "")}/bot${token}/${method}`);
  const answer = await call("getMe");
  const known = answer.status === "answered" ? me.safeParse(answer.json).data : undefined;
  if (known === undefined) return [unknown(answer)];
  const state = await call("getWebhookInfo");
  const info = state.status === "answered" ? webhook.safeParse(state.json).data?.result : undefined;
  return [ok(ABOUT, `@${known.result.username}`), ...(info ? checkDelivery(info, settings) : [unknown(state)])];
}

/** Why Telegram did not say what was asked. */
function unknown(answer: Asked): Finding {
  const said = answer.status === "answered" ? refused.safeParse(answer.json).data : undefined;
  // 404 is what a token gets that has not even the right form.
  if (said !== undefined && [401, 404].includes(said.error_code)) {
    const says = both("Telegram không nhận mã này", "Telegram does not know this token");
    return broken(
      ABOUT,
      says,
      both("lấy mã mới: @BotFather, /mybots, API Token", "get a new one: @BotFather, /mybots, API Token"),
    );
  }
  const why = answer.status === "failed" ? answer.reason : (said?.description ?? `HTTP ${answer.http}`);
  const remedy = both("xem mạng, tường lửa và TELEGRAM_API_ROOT", "see to network, firewall and TELEGRAM_API_ROOT");
  return broken(ABOUT, both(`không hỏi được Telegram (${why})`, `Telegram cannot be asked (${why})`), remedy);
}

function checkDelivery(info: Webhook, { TELEGRAM_MODE: mode, PUBLIC_URL }: Settings): Finding[] {
  const findings = mode === "polling" ? checkPolling(info) : checkWebhook(info, PUBLIC_URL);
  if (info.pending_update_count <= MANY) return findings;
  const says = both(
    `${info.pending_update_count} tin đang chờ ở Telegram`,
    `${info.pending_update_count} updates wait at Telegram`,
  );
  return [...findings, warning(MODE, says, both("xem dịch vụ có chạy không", "see that the service runs"))];
}

function checkPolling({ url }: Webhook): Finding[] {
  if (url === "") return [ok(MODE, "polling")];
  const host = hostOf(url);
  const says = both(
    `Telegram đang gọi tới ${host}; dịch vụ sẽ tắt việc đó khi chạy`,
    `Telegram calls ${host}; the service ends that when it starts`,
  );
  return [warning(MODE, says, both("một mã chỉ dùng cho một nơi", "use one token in one place only"))];
}

function checkWebhook({ url, last_error_message: error }: Webhook, publicUrl: string | undefined): Finding[] {
  const wanted = publicUrl && `${publicUrl}/webhooks/telegram`;
  if (publicUrl !== undefined && (!publicUrl.startsWith("https:") || !PORTS.includes(new URL(publicUrl).port))) {
    const says = both(
      "Telegram chỉ gọi https, cổng 443, 80, 88 hoặc 8443",
      "Telegram calls https only, ports 443, 80, 88 or 8443",
    );
    return [
      broken(
        "PUBLIC_URL",
        says,
        both("đổi PUBLIC_URL, hoặc TELEGRAM_MODE=polling", "change PUBLIC_URL, or TELEGRAM_MODE=polling"),
      ),
    ];
  }
  if (error !== undefined && url !== "") {
    const says = both(`lần gọi gần đây bị lỗi: ${error}`, `a recent call failed: ${error}`);
    return [
      warning(MODE, says, both("xem chứng chỉ và máy chủ phía trước", "see to the certificate and the reverse proxy")),
    ];
  }
  if (wanted === undefined && url === "")
    return [
      broken(
        MODE,
        both("Telegram chưa biết gọi tới đâu", "Telegram does not know whom to call"),
        both("đặt PUBLIC_URL", "set PUBLIC_URL"),
      ),
    ];
  if (wanted === undefined || url === wanted) return [ok(MODE, `webhook ${hostOf(url)}`)];
  const where = url === "" ? both("chưa gọi ai", "nobody") : hostOf(url);
  const says = both(`Telegram đang gọi: ${where}`, `Telegram calls: ${where}`);
  return [
    warning(
      MODE,
      says,
      both("khởi động dịch vụ để nó báo lại địa chỉ", "start the service: it tells Telegram its address"),
    ),
  ];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "?";
}
