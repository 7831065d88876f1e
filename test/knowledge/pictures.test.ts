import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPictures } from "../../src/knowledge/pictures.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47];
const svg = (content: string, width = 30) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 20">${content}</svg>`;

describe("openPictures", () => {
  let root: string;
  const folder = (name: string) => join(root, name);
  async function put(name: string, file: string, content: string | Uint8Array) {
    await mkdir(join(folder(name), "guides/pictures"), { recursive: true });
    await writeFile(join(folder(name), "guides/pictures", file), content);
  }
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "pictures-"));
  });
  afterEach(() => rm(root, { recursive: true }));

  /** Width and height in the header of a PNG (RFC 2083, 11.2.2). */
  const sizeOf = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  it("draws a sketch 900 pixels wide", async () => {
    await put("a", "open.svg", svg('<rect width="30" height="20" fill="#0a5"/>'));
    const picture = await openPictures([folder("a")]).png("open.svg");
    expect([...(picture?.bytes.slice(0, 4) ?? [])]).toEqual(PNG);
    expect(sizeOf(picture?.bytes as Uint8Array)).toEqual([900, 600]);
  });

  it("draws Vietnamese letters, with no font of the machine", async () => {
    await put("a", "empty.svg", svg(""));
    await put("a", "words.svg", svg('<text y="15" font-size="9">Đăng nhập</text>'));
    const { png } = openPictures([folder("a")]);
    const [empty, words] = [await png("empty.svg"), await png("words.svg")];
    expect(words?.bytes.length).toBeGreaterThan((empty?.bytes.length ?? 0) * 1.5);
  });

  it("gives browsers the drawing itself", async () => {
    await put("a", "open.svg", svg(""));
    const picture = await openPictures([folder("a")]).original("open.svg");
    expect(picture?.type).toBe("image/svg+xml");
    expect(Buffer.from(picture?.bytes ?? []).toString()).toBe(svg(""));
  });

  it("sends a PNG as it is", async () => {
    const bytes = Uint8Array.from([...PNG, 1, 2]);
    await put("a", "photo.png", bytes);
    const store = openPictures([folder("a")]);
    expect(Buffer.from((await store.png("photo.png"))?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect((await store.original("photo.png"))?.type).toBe("image/png");
  });

  it("takes the first folder that has it", async () => {
    await put("a", "one.svg", svg("", 30));
    await put("b", "one.svg", svg("", 60));
    await put("b", "two.svg", svg("", 60));
    const { png } = openPictures([folder("a"), folder("b")]);
    expect(sizeOf((await png("one.svg"))?.bytes as Uint8Array)).toEqual([900, 600]);
    expect(sizeOf((await png("two.svg"))?.bytes as Uint8Array)).toEqual([900, 300]);
  });

  it("draws anew what has changed", async () => {
    await put("a", "open.svg", svg("", 30));
    const { png } = openPictures([folder("a")]);
    const before = await png("open.svg");
    expect((await png("open.svg"))?.bytes).toBe(before?.bytes);
    await put("a", "open.svg", svg("", 60));
    await utimes(join(folder("a"), "guides/pictures/open.svg"), 1, 2);
    expect(sizeOf((await png("open.svg"))?.bytes as Uint8Array)).toEqual([900, 300]);
  });

  it.each(["none.svg", "../secret.svg", "a/b.svg", "open.svg/..", ".svg", "OPEN.SVG", "x.js", ""])(
    "knows nothing of %j",
    async (file) => {
      await put("a", "open.svg", svg(""));
      await writeFile(join(root, "secret.svg"), svg(""));
      const store = openPictures([folder("a")]);
      expect(await store.png(file)).toBeUndefined();
      expect(await store.original(file)).toBeUndefined();
    },
  );
});
