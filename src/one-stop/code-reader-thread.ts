import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** The thread of `CodeReader`: takes an image's bytes, gives back the texts of its codes. */

// From the package itself: unless told, the library would fetch it from the net.
const wasmBinary = await readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer } });

async function textsIn(image: Uint8Array): Promise<string[]> {
  for (const tryHarder of [false, true]) {
    const found = await readBarcodes(image, { formats: ["QRCode", "Code128"], tryHarder, maxNumberOfSymbols: 8 });
    const texts = found.filter(({ isValid }) => isValid).map(({ text }) => text);
    if (texts.length > 0) return texts;
  }
  return [];
}

parentPort?.on("message", async (image: Uint8Array) => {
  parentPort?.postMessage(await textsIn(image).catch(() => []));
});
