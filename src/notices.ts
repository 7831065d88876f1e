import { type SettingName, type Settings, SettingsError } from "./config.ts";
import { AppError } from "./core/errors.ts";
import type { Base } from "./search/live.ts";

/** What the operator reads when the service is up: its address, what it knows, and what is off and how to turn it on. */
export function startSentence(address: string, { snapshot }: Base, settings: Settings): string {
  const faulty = new Set(snapshot.faults.filter(({ severity }) => severity === "error").map(({ file }) => file)).size;
  const off = OFF.flatMap(([names, line]) => (names.every((name) => settings[name] === undefined) ? [line] : []));
  return [
    settings.ROLE === "worker"
      ? `Đang trả lời, không mở trang · worker, without a page: ${address}healthz`
      : `Trang hỏi đáp · chat page: ${address}`,
    `Thủ tục · procedures: ${snapshot.procedures.size}`,
    ...(faulty > 0 ? [`Tệp có lỗi · faulty files: ${faulty} (npm run kb -- check)`] : []),
    `Nhận tin từ · listening to: ${channelsOf(settings).join(", ")}`,
    ...(off.length > 0 ? ["Đang tắt, đặt các biến sau để bật · switched off, set these to turn on:", ...off] : []),
    "Kiểm mọi cấu hình · check every setting: npm run doctor",
  ].join("\n");
}

/** What is off when none of its settings is given, and the line that says how to turn it on. */
const OFF: readonly (readonly [readonly SettingName[], string])[] = [
  [["TELEGRAM_BOT_TOKEN"], "  Telegram: TELEGRAM_BOT_TOKEN"],
  [["ZALO_APP_ID"], "  Zalo Official Account: ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET, ZALO_REFRESH_TOKEN"],
  [["ZALO_BOT_TOKEN"], "  Zalo Bot: ZALO_BOT_TOKEN"],
  [["ONE_STOP"], "  tra cứu hồ sơ · dossiers: ONE_STOP, ONE_STOP_URL"],
  [["REDIS_URL"], "  nhiều máy cùng làm · several processes: REDIS_URL"],
  [["LLM_BASE_URL"], "  mô hình ngôn ngữ · language model: LLM_BASE_URL, LLM_MODEL, LLM_API_KEY"],
  [["EMBED_BASE_URL"], "  tìm theo nghĩa · embeddings: EMBED_BASE_URL, EMBED_MODEL, EMBED_API_KEY"],
];

function channelsOf(settings: Settings): string[] {
  if (settings.ROLE === "worker") return ["Redis"];
  return [
    "web",
    ...(settings.TELEGRAM_BOT_TOKEN ? [`Telegram (${settings.TELEGRAM_MODE})`] : []),
    ...(settings.ZALO_APP_ID ? ["Zalo OA (webhook)"] : []),
    ...(settings.ZALO_BOT_TOKEN ? [`Zalo Bot (${settings.ZALO_BOT_SECRET ? "webhook" : "polling"})`] : []),
  ];
}

/** Why the service cannot start, in Vietnamese and English where the cause is known. */
export function troubleSentence(error: unknown, settings?: Settings): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof AppError) return `Không khởi động được · cannot start: ${error.message}`;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const place = settings && `${settings.HOST}:${settings.PORT}`;
  if (code === "EADDRINUSE")
    return `${place} đang có chương trình khác dùng; đổi PORT. · ${place} is taken by another program; change PORT.`;
  if (code === "EACCES")
    return `Không có quyền mở ${place}; chọn PORT từ 1024. · No right to open ${place}; choose PORT 1024 or above.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST ${settings?.HOST} không phải địa chỉ của máy này. · HOST ${settings?.HOST} is no address of this machine.`;
  return `Không khởi động được · cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
