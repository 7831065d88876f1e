import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** What each room of `src/` may import besides itself. Files at the top and `cli/` may import everything. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  config: [],
  text: ["core"],
  knowledge: ["core", "text"],
  search: ["core", "text"],
  conversation: ["core", "text", "skills"],
  checklist: ["core", "text"],
  skills: ["core", "text", "checklist"],
  channels: ["core", "text"],
  follow: ["core", "text"],
  models: ["core"],
  "one-stop": ["core"],
  storage: ["core"],
  web: ["core"],
};
const NOT_OURS = new Set(["node_modules", ".git", "var", "coverage", "package-lock.json"]);
const LONGEST = 250;

/** All files below a folder, as paths from the root. */
function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const sources = filesIn("src").filter((path) => path.endsWith(".ts"));
const tests = filesIn("test").filter((path) => path.endsWith(".ts"));

/** What a file imports, statically or dynamically. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/(?:\bfrom|\bimport\(|^import)\s*"([^"]+)"/gm)].map(([, name]) => name as string);
}

/** The room that a path of `src/` belongs to; a file at the top is its own. */
function roomOf(path: string): string {
  return relative("src", path).split("/")[0] as string;
}

/** The files for which `broken` holds. */
function offenders(paths: readonly string[], broken: (path: string) => boolean): string[] {
  return paths.filter(broken);
}

describe("the rooms", () => {
  it.each(Object.entries(ROOMS))("%s imports only %j", (room, allowed) => {
    const wrong = sources
      .filter((path) => roomOf(path) === room)
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => name.startsWith("."))
          .map((name) => normalize(join(dirname(path), name)))
          .filter((target) => ![room, ...allowed].includes(roomOf(target)))
          .map((target) => `${path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it("are all known", () => {
    const rooms = new Set(sources.map(roomOf).filter((room) => !room.endsWith(".ts")));
    expect([...rooms].filter((room) => room !== "cli" && !(room in ROOMS))).toEqual([]);
  });

  it("config.ts imports nothing of ours but the forms of its values", () => {
    expect(importsOf("src/config.ts").filter((name) => name.startsWith(".") && !name.startsWith("./config/"))).toEqual(
      [],
    );
  });

  it("core needs no library", () => {
    const libraries = sources.filter((path) => roomOf(path) === "core").flatMap(importsOf);
    expect(libraries.filter((name) => !name.startsWith("."))).toEqual([]);
  });
});

describe("every file", () => {
  it("imports its neighbours with their ending", () => {
    const wrong = [...sources, ...tests].flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith(".") && !/\.(?:ts|json)$/.test(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has at most 250 lines", () => {
    expect(offenders([...sources, ...tests], (path) => read(path).split("\n").length > LONGEST + 1)).toEqual([]);
  });

  it("exports by name", () => {
    expect(offenders(sources, (path) => /^export default\b/m.test(read(path)))).toEqual([]);
  });

  it("leaves the environment to config.ts", () => {
    const readers = offenders(sources, (path) =>
      /\bprocess\s*\.\s*env\b|\benv\b.*from "node:process"/.test(read(path)),
    );
    expect(readers).toEqual(["src/config.ts"]);
  });

  it("has a name that says what it holds", () => {
    expect(offenders(sources, (path) => /\b(?:utils?|helpers?|misc|common|stuff)\b/i.test(path))).toEqual([]);
  });

  it("names no place outside the project", () => {
    const outside = /(?:^|[\s"'`(=:])\/(?:work|root|home)\/|\.\.\/shared\b/m;
    expect(offenders(filesIn("."), (path) => outside.test(read(path)))).toEqual([]);
  });
});

describe("package.json", () => {
  const { dependencies, optionalDependencies, devDependencies, scripts, allowScripts } = JSON.parse(
    read("package.json"),
  );
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; engines?: { node?: string } }>;
  };

  it("pins every version", () => {
    const versions = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it("approves every install script", () => {
    const scripted = Object.entries(lock.packages).filter(
      ([path, { hasInstallScript }]) => path !== "" && hasInstallScript,
    );
    const names = scripted.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
    expect(names.filter((name) => name !== "fsevents" && allowScripts[name] !== true)).toEqual([]);
  });

  it("needs no Node newer than 20.19", () => {
    const newer = Object.entries(lock.packages).filter(([, { engines }]) => /^>=\s*2[1-9]/.test(engines?.node ?? ""));
    expect(newer.map(([path]) => path)).toEqual([]);
  });

  it("starts files that exist", () => {
    const files = Object.values<string>(scripts).flatMap((script) => script.match(/\b(?:src|test)\/\S+/g) ?? []);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });
});
