import { Worker } from "node:worker_threads";
import { LARGEST_FILE } from "../core/mail.ts";
import { imageSize } from "./image-size.ts";

/** Phones make 12 to 50 million pixels; an image that says more is meant to fill the memory. */
const MOST_PIXELS = 50_000_000;
/** A photo without a code takes one to two seconds; a thread that takes so long is stuck, milliseconds. */
const PATIENCE = 15_000;

/**
 * Reads QR codes and Code 128 bar codes in photos, one after the other, in a thread of its own: a photo takes up to two
 * seconds of computing. The thread starts with the first photo.
 */
export class CodeReader {
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * The texts of the codes in a PNG or JPEG; none when it has none, is no such image, is too large or takes too long.
   * @param image the bytes of the file
   */
  read(image: Uint8Array): Promise<readonly string[]> {
    const size = imageSize(image);
    if (size === undefined || size.width * size.height > MOST_PIXELS || image.byteLength > LARGEST_FILE) {
      return Promise.resolve([]);
    }
    const texts = this.#last.then(() => this.#ask(image));
    this.#last = texts;
    return texts;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(START, { eval: true, execArgv: [] });
    const gone = () => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    thread.on("error", gone).on("exit", gone);
    this.#thread = thread;
    return thread;
  }

  #ask(image: Uint8Array): Promise<readonly string[]> {
    const thread = this.#thread ?? this.#start();
    return new Promise((resolve) => {
      const settle = (texts: readonly string[]) => {
        clearTimeout(patience);
        thread.off("message", settle).off("error", giveUp).off("exit", giveUp).unref();
        resolve(texts);
      };
      const giveUp = () => {
        if (this.#thread === thread) void this.close();
        settle([]);
      };
      const patience = setTimeout(giveUp, PATIENCE);
      thread.ref();
      thread.on("message", settle).on("error", giveUp).on("exit", giveUp);
      thread.postMessage(image);
    });
  }
}

/** `--import tsx` has no effect in a thread of Node 20: there TypeScript must be registered from within. */
const START = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL("./code-reader-thread.ts", import.meta.url).href)});
})`;
