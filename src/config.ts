import { z } from "zod";
import { en, vi } from "zod/locales";

const port = z.coerce.number().int().min(0).max(65_535);
const folders = z
  .string()
  .transform(splitFolders)
  .refine((list) => list.length > 0, { message: "cần ít nhất một thư mục · needs at least one folder" });
const url = z.url({ protocol: /^https?$/ });

/** Every setting of the service: name, meaning and default. `.env.example` says the same to the operator. */
const schema = z
  .object({
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: port.default(8080),
    DATA_DIR: z.string().min(1).default("var"),
    KNOWLEDGE_DIR: folders.prefault("knowledge"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    LLM_BASE_URL: url.optional(),
    LLM_API_KEY: z.string().optional(),
    LLM_MODEL: z.string().optional(),
    EMBED_BASE_URL: url.optional(),
    EMBED_API_KEY: z.string().optional(),
    EMBED_MODEL: z.string().optional(),
  })
  .superRefine((settings, context) => {
    for (const [address, name] of MODEL_PAIRS) {
      if ((settings[address] === undefined) === (settings[name] === undefined)) continue;
      const missing = settings[address] === undefined ? address : name;
      const given = missing === address ? name : address;
      const message = `còn thiếu, vì đã có ${given} · missing although ${given} is given`;
      context.addIssue({ code: "custom", path: [missing], message });
    }
  });

/** Settings of which one is of no use without the other. */
const MODEL_PAIRS = [
  ["LLM_BASE_URL", "LLM_MODEL"],
  ["EMBED_BASE_URL", "EMBED_MODEL"],
] as const;

export type Settings = z.infer<typeof schema>;

/** Settings that cannot be used: one fault each, in Vietnamese and English. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình chưa đúng · wrong settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "SettingsError";
  }
}

/**
 * Reads the settings, all faults at once. A setting left empty is a setting not given.
 * @throws SettingsError
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const { data, error } = schema.safeParse(given, { error: inBothLanguages });
  if (data === undefined) {
    throw new SettingsError((error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`));
  }
  return data;
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

/** Folder names separated by commas, without the empty ones. */
export function splitFolders(list: string): string[] {
  return list
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

/** Reads `.env` of the working folder, if there is one, into the environment; what is already set stays. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function modelSettings(baseUrl?: string, apiKey = "", model?: string): ModelSettings | undefined {
  return baseUrl === undefined || model === undefined ? undefined : { baseUrl, apiKey, model };
}

const vietnamese = vi().localeError;
const english = en().localeError;

const inBothLanguages: z.core.$ZodErrorMap = (issue) => `${sentence(vietnamese(issue))} · ${sentence(english(issue))}`;

function sentence(message: ReturnType<typeof vietnamese>): string {
  return typeof message === "string" ? message : (message?.message ?? "");
}
