import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageSize } from "../../src/one-stop/image-size.ts";
import { photoOf } from "./photos/draw.ts";

const photo = (file: string) => readFileSync(join(import.meta.dirname, "photos", file));

describe("the size that an image says it has", () => {
  it("is read from a PNG", () => {
    expect(imageSize(photoOf(undefined, { photo: 120 }))).toEqual({ width: 120, height: 120 });
  });

  it("is read from a JPEG", () => {
    expect(imageSize(photo("receipt.jpg"))).toEqual({ width: 900, height: 900 });
  });

  it("is read from a part of a buffer", () => {
    const png = Buffer.from(photoOf(undefined, { photo: 80 }));
    const padded = Buffer.concat([Buffer.from("abc"), png]);
    expect(imageSize(padded.subarray(3))).toEqual({ width: 80, height: 80 });
  });

  it("is not there in anything else", () => {
    expect(imageSize(new Uint8Array())).toBeUndefined();
    expect(imageSize(Buffer.from("BM6"))).toBeUndefined();
    expect(imageSize(photo("receipt.jpg").subarray(0, 20))).toBeUndefined();
    expect(imageSize(Buffer.from(photoOf(undefined)).subarray(0, 20))).toBeUndefined();
  });

  it("is looked for without end or error in any bytes", () => {
    const jpeg = photo("receipt.jpg").subarray(0, 700);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 650 }), (bytes, at) => {
        const broken = Uint8Array.from(jpeg);
        broken.set(bytes.subarray(0, broken.length - at), at);
        imageSize(broken);
        imageSize(bytes);
      }),
    );
  });
});
