import { describe, expect, it } from "vitest";
import { SettingsError } from "../src/config.ts";
import { AppError } from "../src/core/errors.ts";
import { startSentence, troubleSentence } from "../src/notices.ts";
import type { Base } from "../src/search/live.ts";
import { settingsFor } from "./surroundings.ts";

const ADDRESS = "http://127.0.0.1:8080/";
const MODELS = {
  LLM_BASE_URL: "http://127.0.0.1:1/v1",
  LLM_MODEL: "small",
  EMBED_BASE_URL: "http://127.0.0.1:1/v1",
  EMBED_MODEL: "vectors",
};

const PLATFORMS = {
  TELEGRAM_BOT_TOKEN: "1:mat-khau",
  ZALO_APP_ID: "1",
  ZALO_APP_SECRET: "mat-khau",
  ZALO_OA_SECRET: "mat-khau",
  ZALO_REFRESH_TOKEN: "mat-khau",
  ZALO_BOT_TOKEN: "mat-khau",
  ZALO_BOT_SECRET: "mat-khau-dai",
  ONE_STOP: "cgate",
  ONE_STOP_URL: "https://cgate.example",
  REDIS_URL: "redis://:mat-khau@127.0.0.1:1",
};

function baseWith(faultyFiles: readonly string[]): Base {
  const faults = faultyFiles.map((file) => ({ file, line: 1, code: "c", severity: "error", message: "m" }) as const);
  return {
    snapshot: {
      procedures: new Map(),
      everyday: new Map(),
      glossary: { words: [], abbreviations: new Map() },
      offices: [],
      faq: [],
      guides: new Map(),
      faults: [...faults, { file: "w.md", line: 1, code: "c", severity: "warning", message: "m" }],
      version: "",
    },
    search: { find: () => ({ hits: [], verdict: "none", understood: "" }) },
  };
}

describe("startSentence", () => {
  const sentence = (env: Record<string, string> = {}, faulty: readonly string[] = []) =>
    startSentence(ADDRESS, baseWith(faulty), settingsFor(["knowledge"], env));

  it("tells the address and how to turn on what is off", () => {
    expect(sentence()).toBe(
      [
        "Trang hỏi đáp · chat page: http://127.0.0.1:8080/",
        "Thủ tục · procedures: 0",
        "Nhận tin từ · listening to: web",
        "Đang tắt, đặt các biến sau để bật · switched off, set these to turn on:",
        "  Telegram: TELEGRAM_BOT_TOKEN",
        "  Zalo Official Account: ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET, ZALO_REFRESH_TOKEN",
        "  Zalo Bot: ZALO_BOT_TOKEN",
        "  tra cứu hồ sơ · dossiers: ONE_STOP, ONE_STOP_URL",
        "  nhiều máy cùng làm · several processes: REDIS_URL",
        "  mô hình ngôn ngữ · language model: LLM_BASE_URL, LLM_MODEL, LLM_API_KEY",
        "  tìm theo nghĩa · embeddings: EMBED_BASE_URL, EMBED_MODEL, EMBED_API_KEY",
        "Kiểm mọi cấu hình · check every setting: npm run doctor",
      ].join("\n"),
    );
  });

  it("names the channels that are on, and does not list them as off", () => {
    const said = sentence({ ...MODELS, ...PLATFORMS });
    expect(said).toContain("listening to: web, Telegram (polling), Zalo OA (webhook), Zalo Bot (webhook)");
    expect(said).not.toMatch(/switched off|LLM|EMBED|TOKEN/);
    expect(said).not.toContain("mat-khau");
  });

  it("does not promise a page where there is none", () => {
    const said = sentence({ ROLE: "worker", REDIS_URL: "redis://127.0.0.1:1", TELEGRAM_BOT_TOKEN: "1:a" });
    expect(said).toMatch(
      /^Đang trả lời, không mở trang · worker, without a page: http:\/\/127\.0\.0\.1:8080\/healthz\n/,
    );
    expect(said).toContain("listening to: Redis");
  });

  it("counts files with errors, each once", () => {
    expect(sentence({}, ["a.md", "a.md", "b.md"])).toContain("Tệp có lỗi · faulty files: 2 (npm run kb -- check)");
  });
});

describe("troubleSentence", () => {
  const settings = settingsFor(["knowledge"], { HOST: "10.1.2.3", PORT: "80" });
  const system = (code: string) => Object.assign(new Error(`listen ${code}`), { code });

  it.each([
    ["EADDRINUSE", /^10\.1\.2\.3:80 đang có chương trình khác dùng; đổi PORT\. · .* change PORT\.$/],
    ["EACCES", /^Không có quyền mở 10\.1\.2\.3:80; .* · .* 1024/],
    ["EADDRNOTAVAIL", /^HOST 10\.1\.2\.3 không phải .* · HOST 10\.1\.2\.3 is no address/],
    ["ENOTFOUND", /^HOST 10\.1\.2\.3 không phải/],
  ])("explains %s in a line", (code, sentence) => {
    expect(troubleSentence(system(code), settings)).toMatch(sentence);
    expect(troubleSentence(system(code), settings)).not.toContain("\n");
  });

  it("lets our own errors speak for themselves", () => {
    expect(troubleSentence(new SettingsError(["PORT: sai"]))).toContain("  - PORT: sai");
    expect(troubleSentence(new AppError("no_knowledge", "no procedure in /x", ""))).toBe(
      "Không khởi động được · cannot start: no procedure in /x",
    );
  });

  it("shows where an unknown error comes from", () => {
    expect(troubleSentence(new TypeError("what?"))).toMatch(/cannot start: TypeError: what\?\n\s+at /);
    expect(troubleSentence("odd")).toBe("Không khởi động được · cannot start: odd");
    expect(troubleSentence(undefined)).toContain("undefined");
  });
});
