import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import {
  chatModelSettings,
  embedderSettings,
  loadEnvFile,
  readSettings,
  SETTING_NAMES,
  SettingsError,
  splitList,
} from "../src/config.ts";

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe("readSettings", () => {
  it("has a default for everything a first start needs", () => {
    expect(readSettings({})).toEqual({
      HOST: "127.0.0.1",
      PORT: 8080,
      DATA_DIR: "var",
      KNOWLEDGE_DIR: ["knowledge"],
      LOG_LEVEL: "info",
      TRUST_PROXY: ["loopback"],
      ROLE: "all",
      OFFICERS: new Set(),
      ONE_STOP_PER_MINUTE: 60,
      WIDGET_ORIGINS: [],
      TELEGRAM_MODE: "polling",
      TELEGRAM_PER_SECOND: 30,
    });
  });

  it("is described to the operator, setting by setting and default by default", () => {
    const example = parseEnv(readFileSync(".env.example", "utf8"));
    expect(Object.keys(example).sort()).toEqual([...SETTING_NAMES].sort());
    expect(readSettings(example)).toEqual(readSettings({}));
  });

  it("takes what is given and ignores variables of others", () => {
    const settings = readSettings({ PORT: "0", KNOWLEDGE_DIR: "mine, imported ,", LOG_LEVEL: "silent", HOME: "/x" });
    expect(settings).toMatchObject({ PORT: 0, KNOWLEDGE_DIR: ["mine", "imported"], LOG_LEVEL: "silent" });
    expect(settings).not.toHaveProperty("HOME");
  });

  it("treats an empty setting as not given", () => {
    expect(readSettings({ PORT: "", LLM_BASE_URL: "", KNOWLEDGE_DIR: "" })).toEqual(readSettings({}));
  });

  it("tells all faults at once, in Vietnamese and English, by name", () => {
    const faults = faultsOf({ PORT: "abc", LOG_LEVEL: "loud", KNOWLEDGE_DIR: " , ", EMBED_BASE_URL: "ftp://x" });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual([
      "PORT",
      "KNOWLEDGE_DIR",
      "LOG_LEVEL",
      "EMBED_BASE_URL",
      "EMBED_MODEL",
    ]);
    for (const fault of faults) expect(fault).toMatch(/\p{L}.* · \p{L}/u);
    expect(faults[0]).toContain("không hợp lệ");
    expect(faults[0]).toContain("Invalid input");
  });

  it.each(["-1", "65536", "80.5", "1e9"])("refuses the port %s", (port) => {
    expect(faultsOf({ PORT: port })).toHaveLength(1);
  });

  it.each([
    [{ LLM_BASE_URL: "http://127.0.0.1:1/v1" }, "LLM_MODEL"],
    [{ LLM_MODEL: "small" }, "LLM_BASE_URL"],
    [{ EMBED_MODEL: "small" }, "EMBED_BASE_URL"],
    [{ EMBED_BASE_URL: "https://models.example/v1" }, "EMBED_MODEL"],
    [{ ROLE: "web" }, "REDIS_URL"],
    [{ ROLE: "worker" }, "REDIS_URL"],
    [{ TELEGRAM_MODE: "webhook" }, "TELEGRAM_BOT_TOKEN TELEGRAM_WEBHOOK_SECRET"],
    [{ TELEGRAM_MODE: "webhook", TELEGRAM_BOT_TOKEN: "1:a" }, "TELEGRAM_WEBHOOK_SECRET"],
    [{ ZALO_APP_ID: "1" }, "ZALO_APP_SECRET ZALO_OA_SECRET ZALO_REFRESH_TOKEN"],
    [{ ZALO_ACCESS_TOKEN: "a" }, "ZALO_APP_ID ZALO_APP_SECRET ZALO_OA_SECRET ZALO_REFRESH_TOKEN"],
    [{ ZALO_BOT_SECRET: "12345678" }, "ZALO_BOT_TOKEN"],
    [{ ONE_STOP_UNIT: "000.00.00.H12" }, "ONE_STOP"],
    [{ ONE_STOP: "cgate" }, "ONE_STOP_URL"],
    [
      { ONE_STOP: "igate", ONE_STOP_URL: "https://x.example" },
      "ONE_STOP_AUTH_URL ONE_STOP_CLIENT_ID ONE_STOP_CLIENT_SECRET",
    ],
    [
      { ONE_STOP: "national", ONE_STOP_URL: "http://x.example/", ONE_STOP_AUTH_URL: "http://x.example/login" },
      "ONE_STOP_CLIENT_ID ONE_STOP_CLIENT_SECRET ONE_STOP_UNIT",
    ],
  ])("misses what %j is of no use without", (env, missing) => {
    const faults = faultsOf(env as Record<string, string>);
    expect(faults.map((fault) => fault.split(":")[0]).join(" ")).toBe(missing);
    for (const fault of faults) expect(fault).toMatch(/: còn thiếu, vì đã có \S+ · missing although \S+ is given$/);
  });

  it("tells what is missing together with what is wrong", () => {
    const names = faultsOf({ PORT: "x", ROLE: "web" }).map((fault) => fault.split(":")[0]);
    expect(names).toEqual(["PORT", "REDIS_URL"]);
  });

  it.each([
    ["PUBLIC_URL", "http://camau.example"],
    ["PUBLIC_URL", "https://camau.example/bot"],
    ["PUBLIC_URL", "camau.example"],
    ["WIDGET_ORIGINS", "https://a.example, *"],
    ["REDIS_URL", "http://127.0.0.1:6379"],
    ["TRUST_PROXY", "loopback, my-proxy"],
    ["TRUST_PROXY", "10.0.0.0/99"],
    ["TELEGRAM_BOT_TOKEN", "secret-without-a-number"],
    ["TELEGRAM_WEBHOOK_SECRET", "dấu cách"],
    ["ZALO_APP_ID", "my-app"],
    ["ZALO_VERIFIER", "zalo_verifierAbc.html"],
    ["ZALO_BOT_SECRET", "short"],
    ["LLM_BASE_URL", "ftp://x"],
  ])("refuses %s=%s in both languages, without repeating secrets", (name, value) => {
    const faults = faultsOf({ [name]: value }).filter((fault) => !fault.includes("còn thiếu"));
    expect(faults[0]).toMatch(new RegExp(`^${name}: .*\\p{L}.* · .*\\p{L}`, "u"));
    if (/TOKEN|SECRET/.test(name)) expect(faults.join()).not.toContain(value);
  });

  it("takes blanks around a pasted value away", () => {
    const settings = readSettings({ TELEGRAM_BOT_TOKEN: " 1:abc\n", PUBLIC_URL: "https://Camau.example/" });
    expect(settings).toMatchObject({ TELEGRAM_BOT_TOKEN: "1:abc", PUBLIC_URL: "https://camau.example" });
  });

  it.each(["loopback", "loopback,uniquelocal", "10.0.0.0/8, 192.168.1.2", "::1", "fd00::/8"])(
    "trusts the proxy %s",
    (value) => {
      expect(readSettings({ TRUST_PROXY: value }).TRUST_PROXY).toEqual(value.split(/, */));
    },
  );

  it("allows plain HTTP on this machine, for trying", () => {
    expect(readSettings({ PUBLIC_URL: "http://127.0.0.1:8080" }).PUBLIC_URL).toBe("http://127.0.0.1:8080");
  });

  it("takes whole groups", () => {
    const zalo = { ZALO_APP_ID: "1", ZALO_APP_SECRET: "a", ZALO_OA_SECRET: "b", ZALO_REFRESH_TOKEN: "c" };
    const igate = { ONE_STOP: "igate", ONE_STOP_CLIENT_ID: "i", ONE_STOP_CLIENT_SECRET: "s" };
    const addresses = { ONE_STOP_URL: "https://api.example", ONE_STOP_AUTH_URL: "https://sso.example" };
    const redis = { ROLE: "web", REDIS_URL: "redis://127.0.0.1:6379/1" };
    expect(readSettings({ ...zalo, ...igate, ...addresses, ...redis })).toMatchObject({ ...zalo, ...redis });
  });
});

describe("OFFICERS", () => {
  it("are a set of channel:person", () => {
    const { OFFICERS } = readSettings({ OFFICERS: "telegram:123, zalo: 9007199254740993 ,zalo-bot:u-1,telegram:123," });
    expect([...OFFICERS]).toEqual(["telegram:123", "zalo:9007199254740993", "zalo-bot:u-1"]);
  });

  it("have each fault explained", () => {
    const faults = faultsOf({ OFFICERS: "123,telegram:@lan,viber:1,zalo:,telegram:1:2,telegram:7" });
    expect(faults).toHaveLength(5);
    expect(faults[0]).toMatch(/^OFFICERS: "123" cần bắt đầu bằng telegram:.* · must start with telegram:/);
    expect(faults[1]).toContain('"telegram:@lan" cần mã số');
    expect(faults[2]).toContain('"viber:1" cần bắt đầu');
    expect(faults[3]).toContain('"zalo:" cần mã số');
    expect(faults[4]).toContain('"telegram:1:2" cần mã số');
    expect(faultsOf({ OFFICERS: "telegram:lan" })[0]).toMatch(/chỉ gồm chữ số.* · .*must be digits/);
  });

  it("puts the faults into the message", () => {
    expect(() => readSettings({ PORT: "x" })).toThrow(/^Cấu hình chưa đúng · wrong settings:\n {2}- PORT: /);
  });
});

describe("model settings", () => {
  it("are absent when nothing is configured", () => {
    const settings = readSettings({});
    expect(chatModelSettings(settings)).toBeUndefined();
    expect(embedderSettings(settings)).toBeUndefined();
  });

  it("need an address and a name, but no key", () => {
    const settings = readSettings({
      LLM_BASE_URL: "http://127.0.0.1:1/v1",
      LLM_MODEL: "small",
      EMBED_BASE_URL: "https://models.example/v1",
      EMBED_MODEL: "vectors",
      EMBED_API_KEY: "secret",
    });
    expect(chatModelSettings(settings)).toEqual({ baseUrl: "http://127.0.0.1:1/v1", apiKey: "", model: "small" });
    expect(embedderSettings(settings)).toEqual({
      baseUrl: "https://models.example/v1",
      apiKey: "secret",
      model: "vectors",
    });
  });
});

describe("splitList", () => {
  it("drops blanks and empty names", () => {
    expect(splitList(" a ,, b/c,")).toEqual(["a", "b/c"]);
    expect(splitList("")).toEqual([]);
  });
});

describe("loadEnvFile", () => {
  const before = process.cwd();
  const name = "TEST_OF_LOAD_ENV_FILE";
  afterEach(() => {
    process.chdir(before);
    delete process.env[name];
  });

  function goTo(content?: string): void {
    const folder = mkdtempSync(join(tmpdir(), "env-"));
    if (content !== undefined) writeFileSync(join(folder, ".env"), content);
    process.chdir(folder);
  }

  it("reads .env of the working folder", () => {
    goTo(`${name}=from file\n`);
    loadEnvFile();
    expect(process.env[name]).toBe("from file");
  });

  it("leaves alone what is set already", () => {
    goTo(`${name}=from file\n`);
    process.env[name] = "from outside";
    loadEnvFile();
    expect(process.env[name]).toBe("from outside");
  });

  it("does without a file", () => {
    goTo();
    expect(loadEnvFile).not.toThrow();
  });
});
