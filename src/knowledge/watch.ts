import { watch } from "chokidar";
import type { Snapshot } from "../core/knowledge.ts";
import { loadKnowledge } from "./load.ts";

export interface WatchOptions {
  /** Snapshot in use; the last good versions of its files are kept. */
  readonly start: Snapshot;
  /** Quiet time after the last change before reading again, milliseconds; at least `LEAST_DELAY`. */
  readonly delay: number;
  /** Called with each new snapshot. */
  readonly changed: (snapshot: Snapshot) => void;
  /** Called when reading, or `changed`, failed; the old snapshot stays in use. */
  readonly failed: (reason: unknown) => void;
}

/** chokidar drops a second change of one file within 50 ms (`_throttle(EVENTS.CHANGE, path, 50)`): read after that. */
const LEAST_DELAY = 60;

/**
 * Watches the knowledge folders and reads them again when files change; a change during a reading causes one more. Nothing
 * is thrown out of it.
 * @returns a function that stops watching, and resolves when a reading under way has ended
 */
export async function watchKnowledge(folders: readonly string[], options: WatchOptions): Promise<() => Promise<void>> {
  let current = options.start;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stopped = false;

  const reload = async () => {
    if (stopped) return;
    try {
      const next = await loadKnowledge(folders, { previous: current });
      if (stopped || next.version === current.version) return;
      current = next;
      options.changed(next);
    } catch (reason) {
      options.failed(reason);
    }
  };
  const wake = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        running = running.then(reload);
      },
      Math.max(options.delay, LEAST_DELAY),
    );
  };

  const watcher = watch([...folders], { ignoreInitial: true, ignored: (path) => /(^|[\\/])\.[^\\/.]/.test(path) });
  watcher.on("all", wake).on("error", options.failed);
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}
