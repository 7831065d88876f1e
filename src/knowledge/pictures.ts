import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Pictures } from "../core/mail.ts";

/** A picture as it lies in the knowledge. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly type: "image/svg+xml" | "image/png";
}

export interface PictureStore {
  /** As it was drawn, for browsers. */
  readonly original: (file: string) => Promise<PictureFile | undefined>;
  /** As PNG, for the platforms, which take no drawings. */
  readonly png: Pictures;
}

/** Where the pictures of the guides lie, below each knowledge folder. */
const PLACE = "guides/pictures";
/** A name, never a path. */
const NAME = /^[a-z\d][a-z\d-]{0,60}\.(svg|png)$/;
/** Pixels across: sharp on any phone, and far below the 1 MB that Zalo takes. */
const WIDTH = 900;
const FONT = "@expo-google-fonts/be-vietnam-pro";

/** The pictures of the knowledge folders; of the same name the first counts. A changed file is read anew. */
export function openPictures(folders: readonly string[]): PictureStore {
  const drawn = new Map<string, { readonly changed: number; readonly bytes: Uint8Array }>();

  async function find(file: string): Promise<{ readonly path: string; readonly changed: number } | undefined> {
    if (!NAME.test(file)) return undefined;
    for (const folder of folders) {
      const path = join(folder, PLACE, file);
      const found = await stat(path).catch(() => undefined);
      if (found?.isFile()) return { path, changed: found.mtimeMs };
    }
    return undefined;
  }

  return {
    async original(file) {
      const found = await find(file);
      return (
        found && { bytes: await readFile(found.path), type: file.endsWith(".svg") ? "image/svg+xml" : "image/png" }
      );
    },
    async png(file) {
      const found = await find(file);
      if (found === undefined) return undefined;
      const { path, changed } = found;
      const known = drawn.get(path);
      if (known?.changed === changed) return { bytes: known.bytes, type: "image/png" };
      const source = await readFile(path);
      const bytes = file.endsWith(".svg") ? await draw(source) : source;
      drawn.set(path, { changed, bytes });
      return { bytes, type: "image/png" };
    },
  };
}

async function draw(svg: Buffer): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = ["400Regular", "700Bold"].map((cut) => resolve(`${FONT}/${cut}/BeVietnamPro_${cut}.ttf`));
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Be Vietnam Pro" };
  return new Resvg(svg, { fitTo: { mode: "width", value: WIDTH }, background: "white", font }).render().asPng();
}
