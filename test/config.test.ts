import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  chatModelSettings,
  embedderSettings,
  loadEnvFile,
  readSettings,
  SettingsError,
  splitFolders,
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
    });
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
  ])("misses the other half of a model: %j", (env, missing) => {
    const [fault, ...others] = faultsOf(env);
    expect(fault).toMatch(new RegExp(`^${missing}: còn thiếu`));
    expect(others).toEqual([]);
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

describe("splitFolders", () => {
  it("drops blanks and empty names", () => {
    expect(splitFolders(" a ,, b/c,")).toEqual(["a", "b/c"]);
    expect(splitFolders("")).toEqual([]);
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
