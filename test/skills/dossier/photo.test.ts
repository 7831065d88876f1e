import { describe, expect, it } from "vitest";
import type { Inbound, Media } from "../../../src/core/conversation.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { CODE, OTHER, openCounter, said, sends } from "./counter.ts";

const PHOTO: Partial<Inbound> = { kind: "media", media: { type: "photo", fileId: "f-1" } };
const reading = (texts: readonly string[] | undefined) => openCounter({ readPhoto: async () => texts });
const file = (media: Media): Partial<Inbound> => ({ kind: "media", media });

describe("a photo of the receipt", () => {
  it("is looked up by its code", async () => {
    expect((await reading([CODE]).say("", "p", PHOTO)).text).toContain("ĐANG XỬ LÝ");
    const address = `https://mot-cua.example/tra-cuu?ma=${CODE.replaceAll(".", "%2E")}&x=%`;
    expect((await reading([address.replace("&x=%", "")]).say("", "p", PHOTO)).text).toContain(CODE);
  });

  it("with several codes offers each once", async () => {
    const { buttons } = await reading([CODE, CODE, OTHER]).say("", "p", PHOTO);
    expect(sends(buttons)[0]).toBe(`#d/${OTHER}`);
  });

  it("without a code is answered kindly, and the code awaited", async () => {
    for (const texts of [[], ["8934563138165"], ["%E0%A4%A"]]) {
      const counter = reading(texts);
      expect((await counter.say("", "p", PHOTO)).text).toBe(said.photo.none);
      expect(counter.sessions.get("p")?.awaited).toBe("dossier-code");
      expect(counter.oneStop.asked).toBe(0);
    }
  });

  it("that is an identity card is not read out", async () => {
    const card = "012345678901|123456789|Nguyễn Văn Ảo|01011990|Nam|Ấp 1, xã Không Có|01012022";
    const reply = await reading([card]).say("", "p", PHOTO);
    expect(reply.text).toBe(said.photo.identity);
    expect(JSON.stringify(reply)).not.toMatch(/Nguyễn|0123/);
  });

  it("that cannot be had is asked for again", async () => {
    expect((await reading(undefined).say("", "p", PHOTO)).text).toBe(said.photo.lost);
  });

  it("is taken without words, or with words that ask for the state", () => {
    const counter = reading([]);
    expect(counter.claims("", "p", PHOTO)).toBe(CLAIM.receipt);
    expect(counter.claims("hồ sơ này tới đâu rồi", "p", PHOTO)).toBe(CLAIM.receipt);
    expect(counter.claims("giấy này xin ở đâu", "p", PHOTO)).toBeUndefined();
    expect(counter.claims(CODE, "p", PHOTO)).toBe(CLAIM.dossier);
  });

  it("may come as a file, if it is a picture", () => {
    const counter = reading([]);
    expect(counter.claims("", "p", file({ type: "document", name: "IMG_1.JPG" }))).toBe(CLAIM.receipt);
    expect(counter.claims("", "p", file({ type: "document", name: "don.pdf" }))).toBeUndefined();
    expect(counter.claims("", "p", file({ type: "voice" }))).toBeUndefined();
  });

  it("is left to others where it cannot be read or looked up", () => {
    expect(openCounter().claims("", "p", PHOTO)).toBeUndefined();
    const unconnected = openCounter({ connected: false, readPhoto: async () => [CODE] });
    expect(unconnected.claims("", "p", PHOTO)).toBeUndefined();
    expect(unconnected.claims("hồ sơ này tới đâu rồi", "p", PHOTO)).toBe(CLAIM.dossierAsked);
  });
});
