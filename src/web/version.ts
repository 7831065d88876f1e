import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Snapshot } from "../core/knowledge.ts";

/** Which program this is. */
export interface Version {
  readonly version: string;
  /** Of the source, in hexadecimal; absent when nobody knows. */
  readonly commit?: string;
}

/**
 * Reads the version from `package.json`.
 * @param root folder of the project
 * @param commit as the setting says; else it is read from `.git`, where there is one
 */
export async function readVersion(root: string, commit?: string): Promise<Version> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const known = commit ?? (await readCommit(join(root, ".git")));
  return { version, ...(known !== undefined && { commit: known }) };
}

/** `GET /version`: the program, and how much it knows and from when. */
export function addVersion(server: FastifyInstance, version: Version, knowledge: () => Snapshot): void {
  server.get("/version", { config: { rateLimit: false } }, async (_request, reply) => {
    const { procedures, version: fingerprint } = knowledge();
    const verified = [...procedures.values()].reduce(
      (latest, one) => (one.verified > latest ? one.verified : latest),
      "",
    );
    return reply
      .header("cache-control", "no-store")
      .send({ ...version, knowledge: { procedures: procedures.size, verified, fingerprint } });
  });
}

/** The commit that is checked out: `HEAD` names it, or a branch, which is a file of its own or a line of `packed-refs`. */
async function readCommit(folder: string): Promise<string | undefined> {
  const head = await textOf(folder, "HEAD");
  const branch = head.match(/^ref: (\S+)/)?.[1];
  const packed = branch === undefined ? undefined : (await textOf(folder, "packed-refs")).split("\n");
  const text = branch === undefined ? head : await textOf(folder, branch);
  const line = text === "" ? (packed?.find((one) => one.endsWith(` ${branch}`)) ?? "") : text;
  return line.match(/^[\da-f]{40}/)?.[0];
}

function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), "utf8").catch(() => "");
}
