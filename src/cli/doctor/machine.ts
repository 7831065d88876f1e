import { existsSync } from "node:fs";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { Settings } from "../../config.ts";
import { ask, reasonOf } from "./ask.ts";
import { both, broken, type Finding, ok, warning } from "./finding.ts";

const GIGABYTE = 1e9;
/** Free space, bytes: below the first there is soon none left, below the second nothing can be kept. */
const SPACE = { little: 2 * GIGABYTE, none: 0.1 * GIGABYTE };
/** Oldest Node that runs the service, as `engines` in package.json says. */
const OLDEST_NODE = [20, 19] as const;

/** @param version as `process.versions.node` gives it */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [least, leastMinor] = OLDEST_NODE;
  if (major > least || (major === least && minor >= leastMinor)) return ok("Node", version);
  const wanted = OLDEST_NODE.join(".");
  return broken(
    "Node",
    both(`${version} cũ quá`, `${version} is too old`),
    both(`cài Node ${wanted} trở lên`, `install Node ${wanted} or newer`),
  );
}

/** Whether what must outlive the process can be written, and for how long. */
export async function checkDataFolder({ DATA_DIR }: Settings): Promise<Finding> {
  const folder = resolve(DATA_DIR);
  try {
    const free = await tryWriting(folder);
    const says = both(`ghi được, còn trống ${gigabytes(free)}`, `writable, ${gigabytes(free)} free`);
    if (free > SPACE.little) return ok("DATA_DIR", says);
    const remedy = both("dọn ổ đĩa hoặc chuyển DATA_DIR sang ổ khác", "make room, or move DATA_DIR to another disk");
    return { about: "DATA_DIR", verdict: free > SPACE.none ? "warning" : "broken", says, remedy };
  } catch (error) {
    const why = reasonOf(error);
    return broken(
      "DATA_DIR",
      both(`không ghi được vào ${folder} (${why})`, `${folder} cannot be written (${why})`),
      both("cho người dùng chạy dịch vụ quyền ghi: chown", "give the user of the service the right to write: chown"),
    );
  }
}

/** Writes into the folder, or into the nearest one above it where it would be made. Returns the bytes that are free. */
async function tryWriting(folder: string): Promise<number> {
  try {
    const trial = await mkdtemp(join(folder, ".doctor-"));
    await rm(trial, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const above = dirname(folder);
    if (existsSync(folder) || above === folder) throw error;
    return tryWriting(above);
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}

/** Whether the service could listen, or is doing so already. */
export async function checkPort({ HOST, PORT }: Settings): Promise<Finding> {
  const place = `${HOST}:${PORT}`;
  const trouble = await tryListening(HOST, PORT);
  if (trouble === undefined) return ok("PORT", both(`${place} còn trống`, `${place} is free`));
  if (trouble === "EADDRINUSE") {
    const answer = await ask(`http://${reachable(HOST)}:${PORT}/healthz`);
    const status = answer.status === "answered" && (answer.json as { status?: unknown } | undefined)?.status;
    if (typeof status === "string")
      return ok(
        "PORT",
        both(`dịch vụ đang chạy ở ${place} (${status})`, `the service is running at ${place} (${status})`),
      );
    return broken(
      "PORT",
      both(`${place} có chương trình khác dùng`, `${place} is taken by another program`),
      both("đổi PORT", "change PORT"),
    );
  }
  return broken(
    "PORT",
    both(`không mở được ${place} (${trouble})`, `${place} cannot be opened (${trouble})`),
    both(
      "HOST phải là địa chỉ của máy này, PORT từ 1024",
      "HOST must be an address of this machine, PORT 1024 or above",
    ),
  );
}

/** An address under which a service that listens on all of them can be called. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host.includes(":") ? `[${host === "::" ? "::1" : host}]` : host;
}

function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error) => done(reasonOf(error)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

/** Seconds by which signatures and windows of time begin to suffer. */
const MOST_SKEW = 60;

/**
 * Compares the clock with those of others.
 * @param others what they said, and when that was here
 */
export function checkClock(others: readonly { readonly there: Date; readonly here: Date }[]): Finding {
  const about = both("đồng hồ", "clock");
  const skews = others.map(({ there, here }) => (here.getTime() - there.getTime()) / 1000).sort((a, b) => a - b);
  const skew = skews[Math.floor(skews.length / 2)];
  if (skew === undefined)
    return { about, verdict: "off", says: both("không có gì để so", "nothing to compare it with") };
  const seconds = Math.round(Math.abs(skew));
  if (seconds <= MOST_SKEW) return ok(about, both(`lệch ${seconds} giây`, `${seconds} s off`));
  return warning(
    about,
    both(`lệch ${seconds} giây`, `${seconds} s off`),
    both("bật NTP: timedatectl set-ntp true", "turn on NTP: timedatectl set-ntp true"),
  );
}
