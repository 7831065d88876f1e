import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, realpathSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { storeDown } from "../mail/faults.ts";

/** The folders held by this process, each with how often. */
const held = new Map<string, { readonly server: Promise<Server>; times: number }>();

/**
 * Holds a folder for this process alone, until it lets go or dies in whatever way. lmdb 3.5.6 needs it: a process that opens
 * a file sets the number of its last commit (`mti_txnid` in mdb_env_open2) to what it had read a moment before, which undoes
 * what another process has committed meanwhile. Within one process the file can be opened as often as one likes.
 * @returns what lets go; held more than once, the folder is free when all have
 * @throws AppError `store_down` when another process holds it, or there can be no such folder
 */
export async function holdAlone(folder: string): Promise<() => Promise<void>> {
  const address = addressOf(folder);
  const hold = held.get(address) ?? { server: listen(address), times: 0 };
  held.set(address, hold);
  hold.times++;
  const letGo = async () => {
    if (--hold.times > 0) return;
    held.delete(address);
    await hold.server.then((server) => server.close()).catch(() => undefined);
  };
  await hold.server.catch(async (cause) => {
    await letGo();
    throw storeDown(new Error(`another process works in ${folder}`, { cause }));
  });
  return letGo;
}

/** A name that only one process can listen on, and that vanishes with it: Linux and Windows have such; elsewhere none is kept. */
function addressOf(folder: string): string {
  const name = `assistant-${createHash("sha256").update(place(folder)).digest("hex")}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

function place(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (cause) {
    throw storeDown(cause);
  }
}

async function listen(address: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy()).unref();
  if (process.platform !== "linux" && process.platform !== "win32") return server;
  await once(server.listen(address), "listening");
  return server;
}
