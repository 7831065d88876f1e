import { describe, expect, it } from "vitest";
import type { Inbound } from "../../src/core/conversation.ts";
import { createPhotoReader } from "../../src/one-stop/photo-reader.ts";

const INBOUND: Inbound = {
  id: "1",
  channel: "telegram",
  person: "p",
  text: "",
  at: new Date(0),
  kind: "media",
  media: { type: "photo", fileId: "f-1" },
};

function reading(fetchMedia: (inbound: Inbound) => Promise<Uint8Array | undefined>) {
  const logged: string[] = [];
  const note = (details: object, message: string) => logged.push(`${message} ${JSON.stringify(details)}`);
  const reader = { read: async (image: Uint8Array) => [`${image.byteLength} bytes`] };
  return { logged, read: createPhotoReader({ fetchMedia, reader, log: { info: note, warn: note } }) };
}

describe("the photo that came with a message", () => {
  it("is fetched and read", async () => {
    const { read } = reading(async ({ media }) => (media?.fileId === "f-1" ? new Uint8Array(3) : undefined));
    expect(await read(INBOUND)).toEqual(["3 bytes"]);
  });

  it("may not be there any more", async () => {
    const { read, logged } = reading(async () => undefined);
    expect(await read(INBOUND)).toBeUndefined();
    expect(logged).toEqual([]);
  });

  it("that cannot be fetched is told to the operator, without the words of the error", async () => {
    const { read, logged } = reading(async () => {
      throw new TypeError("fetch failed: https://api.example/file/bot123:secret/a.jpg");
    });
    expect(await read(INBOUND)).toBeUndefined();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/could not be fetched.*telegram.*TypeError/);
    expect(logged[0]).not.toContain("secret");
  });
});
