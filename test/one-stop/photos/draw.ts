import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { toBuffer } from "qrcode";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

export interface Look {
  /** Degrees. */
  readonly turned?: number;
  /** Standard deviation of the blur, pixels. */
  readonly blurred?: number;
  /** Width of the code, pixels. */
  readonly size?: number;
  /** Of the whole photo, pixels. */
  readonly photo?: number;
}

/** A QR code as PNG. */
export function qrCode(text: string): Promise<Buffer> {
  return toBuffer(text, { width: 600, errorCorrectionLevel: "M" });
}

/** A Code 128 bar code as PNG. */
export async function barCode(text: string): Promise<Buffer> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve("zxing-wasm/writer/zxing_writer.wasm")));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
  const { image, error } = await writeBarcode(text, { format: "Code128", scale: 4 });
  if (image === null) throw new Error(error);
  return Buffer.from(await image.arrayBuffer());
}

/** A photo of a receipt lying on a table, with the code in a corner; PNG. Without a code when `code` is absent. */
export function photoOf(code: Buffer | undefined, look: Look = {}): Uint8Array {
  const { turned = 0, blurred = 0, size = 360, photo = 1_200 } = look;
  const lines = Array.from({ length: 18 }, (_, i) => {
    const width = photo * (0.3 + ((i * 37) % 40) / 100);
    return `<rect x="${photo * 0.12}" y="${photo * (0.1 + i * 0.045)}" width="${width}" height="${photo * 0.012}" fill="#444"/>`;
  });
  const href = code && `data:image/png;base64,${code.toString("base64")}`;
  const soft = blurred > 0 ? ' filter="url(#soft)"' : "";
  const image = href
    ? `<image href="${href}" x="${photo * 0.9 - size}" y="${photo * 0.55}" width="${size}" height="${size}"${soft}/>`
    : "";
  const middle = photo / 2;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${photo}" height="${photo}">
    <filter id="soft"><feGaussianBlur stdDeviation="${blurred}"/></filter>
    <rect width="100%" height="100%" fill="#8a7a66"/>
    <g transform="rotate(${turned} ${middle} ${middle})">
      <rect x="${photo * 0.08}" y="${photo * 0.05}" width="${photo * 0.84}" height="${photo * 0.9}" fill="#f4f2ea"/>
      ${lines.slice(0, 10).join("")}${image}
    </g></svg>`)
    .render()
    .asPng();
}
