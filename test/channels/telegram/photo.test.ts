import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Part } from "../../../src/core/mail.ts";
import { broken } from "../../stand-ins/telegram/fault.ts";
import { openRig, type TelegramRig } from "./rig.ts";

const BYTES = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const part: Part = {
  text: "Bước 1/3: mở ứng dụng.",
  buttons: [{ label: "Xong", send: "#g/a/1/0" }],
  picture: { file: "open.svg", alt: "Màn hình mở ứng dụng" },
};

describe("a part with a picture", () => {
  const asked: string[] = [];
  let rig: TelegramRig;
  beforeEach(async () => {
    asked.length = 0;
    rig = await openRig("polling", {
      async pictures(file) {
        asked.push(file);
        return file === "open.svg" ? { bytes: BYTES, type: "image/png" } : undefined;
      },
    });
  });
  afterEach(async () => {
    await rig.channel.stop();
    await rig.close();
  });
  const methods = () => rig.standIn.state.sent.map(({ method }) => method);

  it("is a photo with the text and buttons beneath", async () => {
    expect(await rig.channel.send(rig.person, part)).toEqual({ status: "sent" });
    expect(methods()).toEqual(["sendPhoto"]);
    expect(rig.received()).toEqual([{ text: part.text, buttons: part.buttons }]);
    const [id] = rig.standIn.state.files.keys();
    expect(rig.standIn.state.files.get(id ?? "")).toEqual(BYTES);
  });

  it("is uploaded once", async () => {
    await rig.channel.send(rig.person, part);
    await rig.channel.send(rig.person, part);
    expect(asked).toEqual(["open.svg"]);
    expect(rig.standIn.state.files.size).toBe(1);
    expect(methods()).toEqual(["sendPhoto", "sendPhoto"]);
  });

  it("is its text when there is no such picture", async () => {
    await rig.channel.send(rig.person, { ...part, picture: { file: "gone.svg", alt: "" } });
    expect(methods()).toEqual(["sendMessage"]);
    expect(rig.received()).toEqual([{ text: part.text, buttons: part.buttons }]);
  });

  it("comes again after a fault, like any other", async () => {
    rig.standIn.faults.plan("sendPhoto", broken);
    expect(await rig.channel.send(rig.person, part)).toMatchObject({ status: "later" });
    expect(await rig.channel.send(rig.person, part)).toEqual({ status: "sent" });
  });
});

describe("a photo of a person", () => {
  let rig: TelegramRig;
  beforeEach(async () => {
    rig = await openRig("polling");
  });
  afterEach(async () => {
    await rig.channel.stop();
    await rig.close();
  });

  it("can be fetched by its id", async () => {
    rig.phone.sends("photo", BYTES);
    expect(await rig.channel.download?.({ type: "photo", fileId: "file-1" })).toEqual(BYTES);
  });

  it.each([
    ["is unknown", { type: "photo", fileId: "file-9" }],
    ["has no id", { type: "photo" }],
  ] as const)("cannot when it %s, and the token is not logged", async (_, media) => {
    expect(await rig.channel.download?.(media)).toBeUndefined();
    for (const secret of rig.secrets) expect(rig.logged()).not.toContain(secret);
  });

  it("is not fetched when it is larger than a photo can be", async () => {
    rig.phone.sends("document", new Uint8Array(10 * 1024 * 1024 + 1));
    expect(await rig.channel.download?.({ type: "document", fileId: "file-1" })).toBeUndefined();
  });
});
