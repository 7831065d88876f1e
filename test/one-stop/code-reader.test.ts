import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CodeReader } from "../../src/one-stop/code-reader.ts";
import { barCode, type Look, photoOf, qrCode } from "./photos/draw.ts";

const CODE = "000.00.01.H12-261116-0004";
const reader = new CodeReader();
afterAll(() => reader.close());

const PHOTOS = join(import.meta.dirname, "photos");

describe("the codes in a photo", () => {
  it.each<Look>([
    {},
    { turned: 90 },
    { turned: 180 },
    { turned: 12 },
    { turned: -35 },
    { blurred: 1 },
    { blurred: 2, turned: 7 },
    { size: 160 },
    { photo: 1_800, size: 480, turned: 20 },
  ])("are read from a QR code, %j", async (look) => {
    expect(await reader.read(photoOf(await qrCode(CODE), look))).toEqual([CODE]);
  });

  it.each<Look>([{}, { turned: 90 }, { turned: 180 }, { turned: 8 }, { turned: 95 }, { turned: -5, blurred: 1.2 }])(
    "are read from a bar code, %j",
    async (look) => {
      expect(
        await reader.read(photoOf(await barCode(CODE), { size: 900, photo: 1_200, blurred: 0.6, ...look })),
      ).toEqual([CODE]);
    },
  );

  it("are read from a JPEG", async () => {
    expect(await reader.read(await readFile(join(PHOTOS, "receipt.jpg")))).toEqual([CODE]);
  });

  it("are none where there is none", async () => {
    expect(await reader.read(photoOf(undefined))).toEqual([]);
  });

  it("are none in what is no PNG or JPEG", async () => {
    for (const text of ["", "xin chào", "GIF89a", "%PDF-1.7"]) expect(await reader.read(Buffer.from(text))).toEqual([]);
  });

  it("are none in a photo cut off, and the next is read", async () => {
    const whole = Buffer.from(photoOf(await qrCode(CODE)));
    const [cut, next] = await Promise.all([reader.read(whole.subarray(0, 600)), reader.read(whole)]);
    expect([cut, next]).toEqual([[], [CODE]]);
  });

  it("are not looked for in an image that says it is huge", async () => {
    const png = Buffer.from(photoOf(undefined, { photo: 100 }));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    const began = performance.now();
    expect(await reader.read(png)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(500);
    expect(await reader.read(Buffer.concat([await qrCode(CODE), Buffer.alloc(11_000_000)]))).toEqual([]);
  });

  it("do not hold up the rest of the service", async () => {
    const big = photoOf(undefined, { photo: 2_000 });
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    const began = performance.now();
    await reader.read(big);
    const took = performance.now() - began;
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(took / 5 / 4);
  });

  it("are read again after the thread was ended", async () => {
    await reader.close();
    expect(await reader.read(await qrCode(CODE))).toEqual([CODE]);
  });
});
