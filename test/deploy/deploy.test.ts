import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readSettings, SETTING_NAMES } from "../../src/config.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const dockerfile = read("Dockerfile");
const unit = read("deploy/procedure-assistant.service");

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly [name: string]: unknown;
}
const compose = parse(read("compose.yaml"), { merge: true }) as {
  readonly services: Readonly<Record<"app" | "worker" | "redis", Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};

describe("compose.yaml", () => {
  const { app, worker, redis } = compose.services;

  it.each([
    ["app", "web"],
    ["worker", "worker"],
  ] as const)("gives %s settings that can be read, with ROLE=%s", (name, role) => {
    expect(readSettings(compose.services[name].environment)).toMatchObject({
      ROLE: role,
      REDIS_URL: "redis://redis:6379",
    });
  });

  it("names no setting that there is not", () => {
    const names = [app, worker].flatMap(({ environment = {} }) => Object.keys(environment));
    expect(names.filter((name) => !(SETTING_NAMES as readonly string[]).includes(name))).toEqual([]);
  });

  it("lets Redis keep what it has acknowledged", () => {
    const command = redis.command?.join(" ");
    for (const option of ["--appendonly yes", "--appendfsync everysec", "--maxmemory-policy noeviction"]) {
      expect(command).toContain(option);
    }
    expect(redis.volumes).toEqual(["redis:/data"]);
  });

  it("opens no port to the world: the app to this machine, the others to nobody", () => {
    expect(app.ports).toEqual(["127.0.0.1:8080:8080"]);
    expect(worker.ports ?? redis.ports).toBeUndefined();
  });

  it("can have many workers: none has a name, a port or a volume of its own", () => {
    expect(worker).not.toHaveProperty("container_name");
    expect((worker.volumes ?? []).filter((volume) => !volume.startsWith("./"))).toEqual([]);
  });

  it.each(["app", "worker"] as const)("gives %s no right that it does not need, and time to finish", (name) => {
    const service = compose.services[name];
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      stop_grace_period: "40s",
      depends_on: { redis: { condition: "service_healthy" } },
    });
  });

  it("defines the volumes that it uses", () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes);
    const named = used.map((volume) => volume.split(":")[0] as string).filter((name) => !name.startsWith("."));
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe("Dockerfile", () => {
  const instructions = dockerfile
    .replace(/\\\n/g, "")
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line));
  const last = (name: string) => instructions.filter((line) => line.startsWith(`${name} `)).at(-1);

  it("runs as nobody in particular, with production packages only", () => {
    expect(last("USER")).toBe("USER node");
    expect(dockerfile).toContain("npm ci --omit=dev");
    expect(instructions.filter((line) => line.startsWith("FROM"))).toHaveLength(2);
  });

  it("starts what npm start starts, so that signals reach it", () => {
    const [, , ...command] = JSON.parse(read("package.json")).scripts.start.split(" ") as string[];
    expect(JSON.parse(last("CMD")?.slice(4) ?? "").slice(1)).toEqual(command);
  });

  it("says whether it is well", () => {
    expect(last("HEALTHCHECK")).toContain("/healthz");
  });

  it("copies what exists and what .dockerignore lets through", () => {
    const copied = instructions
      .filter((line) => line.startsWith("COPY ") && !line.includes("--from"))
      .flatMap((line) => line.split(" ").slice(1, -1));
    const through = read(".dockerignore").split("\n");
    for (const path of copied) {
      expect(existsSync(join(ROOT, path))).toBe(true);
      expect(through).toContain(`!${path.replace(/^\.\//, "")}`);
    }
  });

  it("has every package that the sources import", () => {
    const { dependencies, optionalDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
    const production = new Set([...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {})]);
    const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".ts"),
    );
    const imported = sources.flatMap((path) =>
      [...read(join("src", path)).matchAll(/(?:\bfrom|\bimport\()\s*"((?:@[\w-]+\/)?[a-z][\w./:-]*)"(?=[;)])/g)].map(
        ([, name]) => name as string,
      ),
    );
    const packages = imported
      .filter((name) => !name.startsWith("node:"))
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      );
    expect([...new Set(packages)].filter((name) => !production.has(name))).toEqual([]);
  });
});

describe("the systemd unit", () => {
  const value = (key: string) => unit.match(new RegExp(`^${key}=(.*)$`, "m"))?.[1];

  it("comes back after a crash and finishes what it has begun", () => {
    expect(value("Restart")).toBe("always");
    expect(value("KillMode")).toBe("mixed");
    expect(Number(value("TimeoutStopSec"))).toBeGreaterThanOrEqual(30);
  });

  it("keeps its data where it may write, and runs as a user of its own", () => {
    expect(value("DynamicUser")).toBe("yes");
    expect(value("ExecStart")).toContain(`DATA_DIR=/var/lib/${value("StateDirectory")} `);
    expect(value("ProtectSystem")).toBe("strict");
  });

  it("starts what npm start starts", () => {
    const [, ...command] = JSON.parse(read("package.json")).scripts.start.split(" ") as string[];
    expect(value("ExecStart")?.endsWith(command.join(" "))).toBe(true);
  });

  it.runIf(existsSync("/usr/bin/systemd-analyze"))("is understood by systemd", () => {
    const path = join(ROOT, "deploy/procedure-assistant.service");
    expect(() =>
      execFileSync("systemd-analyze", ["verify", "--recursive-errors=no", path], { stdio: "pipe" }),
    ).not.toThrow();
  });
});
