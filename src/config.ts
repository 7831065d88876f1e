import { z } from "zod";
import { en, vi } from "zod/locales";
import { digits, folders, list, officers, origin, proxy, token, url } from "./config/forms.ts";

export { splitList } from "./config/forms.ts";

/** Every setting of the service: name, meaning and default. `.env.example` says the same to the operator. */
const schema = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: list.pipe(z.array(proxy)).prefault("loopback"),
  DATA_DIR: z.string().min(1).default("var"),
  KNOWLEDGE_DIR: folders.prefault("knowledge"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  METRICS_TOKEN: token.optional(),
  COMMIT: z.string().optional(),

  ROLE: z.enum(["web", "worker", "all"]).default("all"),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),

  OFFICERS: officers.prefault(""),
  WIDGET_ORIGINS: list.pipe(z.array(origin)).prefault(""),

  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, {
      message: "cần dạng 123456:ABC… do @BotFather cấp · must look like 123456:ABC…, from @BotFather",
    })
    .optional(),
  TELEGRAM_API_ROOT: url.optional(),
  TELEGRAM_MODE: z.enum(["polling", "webhook"]).default("polling"),
  // https://core.telegram.org/bots/api#setwebhook, secret_token
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, { message: "1–256 ký tự A-Z a-z 0-9 _ - · 1–256 of A-Z a-z 0-9 _ -" })
    .optional(),
  // https://core.telegram.org/bots/faq: about 30 a second, more only for bots that pay for it
  TELEGRAM_PER_SECOND: z.coerce.number().positive().default(30),

  ZALO_APP_ID: digits.optional(),
  ZALO_APP_SECRET: token.optional(),
  ZALO_OA_SECRET: token.optional(),
  ZALO_ACCESS_TOKEN: token.optional(),
  ZALO_REFRESH_TOKEN: token.optional(),
  ZALO_API_ROOT: url.optional(),
  ZALO_OAUTH_ROOT: url.optional(),
  ZALO_VERIFIER: z
    .string()
    .regex(/^[\w-]+$/, { message: "chỉ ghi phần mã, không ghi .html · the code alone, without .html" })
    .optional(),
  ZALO_ZBS_TEMPLATE: digits.optional(),

  ZALO_BOT_TOKEN: token.optional(),
  ZALO_BOT_API_ROOT: url.optional(),
  // https://docs.zaloplatforms.com/docs/BOT, setWebhook: secret_token of 8–256 characters
  ZALO_BOT_SECRET: token.min(8).max(256).optional(),

  ONE_STOP: z.enum(["igate", "cgate", "national"]).optional(),
  ONE_STOP_URL: url.optional(),
  ONE_STOP_AUTH_URL: url.optional(),
  ONE_STOP_CLIENT_ID: token.optional(),
  ONE_STOP_CLIENT_SECRET: token.optional(),
  ONE_STOP_UNIT: token.optional(),
  ONE_STOP_PER_MINUTE: z.coerce.number().int().positive().default(60),

  LLM_BASE_URL: url.optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  EMBED_BASE_URL: url.optional(),
  EMBED_API_KEY: z.string().optional(),
  EMBED_MODEL: z.string().optional(),
});

export type Settings = z.infer<typeof schema>;
export type SettingName = keyof Settings;

/** The names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(schema.shape) as readonly SettingName[];

const ZALO_OA = ["ZALO_APP_ID", "ZALO_APP_SECRET", "ZALO_OA_SECRET", "ZALO_REFRESH_TOKEN"] as const;
const ONE_STOP_LOGIN = ["ONE_STOP_CLIENT_ID", "ONE_STOP_CLIENT_SECRET"] as const;

/** Settings (or values of them) that are of no use without others: when one of the left is given, all of the right must be. */
const NEEDS: readonly (readonly [given: readonly string[], needed: readonly SettingName[]])[] = [
  [
    ["LLM_BASE_URL", "LLM_MODEL"],
    ["LLM_BASE_URL", "LLM_MODEL"],
  ],
  [
    ["EMBED_BASE_URL", "EMBED_MODEL"],
    ["EMBED_BASE_URL", "EMBED_MODEL"],
  ],
  [["ROLE=web", "ROLE=worker"], ["REDIS_URL"]],
  [["TELEGRAM_MODE=webhook"], ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"]],
  [[...ZALO_OA, "ZALO_ACCESS_TOKEN", "ZALO_ZBS_TEMPLATE"], ZALO_OA],
  [["ZALO_BOT_SECRET"], ["ZALO_BOT_TOKEN"]],
  [["ONE_STOP_URL", "ONE_STOP_AUTH_URL", ...ONE_STOP_LOGIN, "ONE_STOP_UNIT"], ["ONE_STOP"]],
  [["ONE_STOP=igate"], ["ONE_STOP_URL", "ONE_STOP_AUTH_URL", ...ONE_STOP_LOGIN]],
  [["ONE_STOP=cgate"], ["ONE_STOP_URL"]],
  [["ONE_STOP=national"], ["ONE_STOP_URL", "ONE_STOP_AUTH_URL", ...ONE_STOP_LOGIN, "ONE_STOP_UNIT"]],
];

/** Settings that cannot be used: one fault each, in Vietnamese and English. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình chưa đúng · wrong settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "SettingsError";
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings, all faults at once. A setting left empty is a setting not given.
 * @throws SettingsError
 */
export function readSettings(env: Environment = process.env): Settings {
  const given: Environment = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, env[name]?.trim()]).filter(([, value]) => value),
  );
  const { data, error } = schema.safeParse(given, { error: inBothLanguages });
  const wrong = (error?.issues ?? []).map(({ path: [name], message }) => `${String(name)}: ${message}`);
  const faults = [...new Set([...wrong, ...missing(given)])];
  if (data === undefined || faults.length > 0) throw new SettingsError(faults);
  return data;
}

function missing(given: Environment): string[] {
  const isGiven = (one: string) => {
    const [name = "", value] = one.split("=");
    return value === undefined ? given[name] !== undefined : given[name] === value;
  };
  return NEEDS.flatMap(([triggers, needed]) => {
    const why = triggers.find(isGiven);
    return why === undefined
      ? []
      : needed
          .filter((name) => !isGiven(name))
          .map((name) => `${name}: còn thiếu, vì đã có ${why} · missing although ${why} is given`);
  });
}

/** A model behind an OpenAI-compatible service. */
export interface ModelSettings {
  /** Base of the service, up to and including `/v1`. */
  readonly baseUrl: string;
  /** Empty when the service asks for none. */
  readonly apiKey: string;
  readonly model: string;
}

/** The language model, when one is configured. */
export function chatModelSettings(settings: Settings): ModelSettings | undefined {
  return modelSettings(settings.LLM_BASE_URL, settings.LLM_API_KEY, settings.LLM_MODEL);
}

/** The embedding model, when one is configured. */
export function embedderSettings(settings: Settings): ModelSettings | undefined {
  return modelSettings(settings.EMBED_BASE_URL, settings.EMBED_API_KEY, settings.EMBED_MODEL);
}

function modelSettings(baseUrl?: string, apiKey = "", model?: string): ModelSettings | undefined {
  return baseUrl === undefined || model === undefined ? undefined : { baseUrl, apiKey, model };
}

/** Reads `.env` of the working folder, if there is one, into the environment; what is already set stays. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

const vietnamese = vi().localeError;
const english = en().localeError;

const inBothLanguages: z.core.$ZodErrorMap = (issue) => `${sentence(vietnamese(issue))} · ${sentence(english(issue))}`;

function sentence(message: ReturnType<typeof vietnamese>): string {
  return typeof message === "string" ? message : (message?.message ?? "");
}
