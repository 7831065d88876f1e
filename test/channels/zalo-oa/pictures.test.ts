import { afterEach, describe, expect, it } from "vitest";
import { toParts } from "../../../src/channels/parts.ts";
import { uploadImage } from "../../../src/channels/zalo-oa/uploads.ts";
import { createZaloOa } from "../../../src/channels/zalo-oa/zalo-oa.ts";
import type { Part } from "../../../src/core/mail.ts";
import { broken, cutBefore, error, invalid, limited } from "../../stand-ins/zalo-oa/fault.ts";
import { IMAGE_PATH, MESSAGE_PATH } from "../../stand-ins/zalo-oa/methods.ts";
import { surroundings } from "../../surroundings.ts";
import { openRig, type ZaloOaRig } from "./rig.ts";

/** The beginning of a PNG, and a number to tell pictures apart. */
const png = (number = 0, size = 64) => {
  const bytes = new Uint8Array(size).fill(number);
  bytes.set([0x89, 0x50, 0x4e, 0x47]);
  return { bytes, type: "image/png" as const };
};
const picture = { file: "qr.svg", alt: "Màn hình có mã QR" };
const step: Part = { text: "Bước 1: quét mã.", buttons: [{ label: "Xong", send: "#g/x/next" }], picture };
const still: Part = { ...step, buttons: [] };
const DAY = 24 * 3_600_000;

let rig: ZaloOaRig;
let drawn: string[];
async function open(draw: (file: string) => ReturnType<typeof png> | undefined = () => png()) {
  drawn = [];
  rig = await openRig({
    pictures: async (file) => {
      drawn.push(file);
      return draw(file);
    },
  });
}
const send = (part: Part) => rig.channel.send(rig.person, part);
const uploads = () => rig.standIn.state.calls.filter(({ path }) => path === IMAGE_PATH).length;
const seen = () => rig.phone.received.map(({ text, buttons, picture: shown }) => [text, buttons.length, shown?.type]);

afterEach(async () => {
  await rig.channel.stop();
  await rig.close();
});

describe("a part with a picture", () => {
  it("is one message", async () => {
    await open();
    expect(await send(still)).toEqual({ status: "sent" });
    expect(seen()).toEqual([[step.text, 0, "image/png"]]);
    expect(rig.phone.received[0]?.picture?.bytes).toEqual(png().bytes);
  });

  it("goes without it where there are buttons, which Zalo does not show below a picture", async () => {
    await open();
    expect(await send(step)).toEqual({ status: "sent" });
    expect(seen()).toEqual([[step.text, 1, undefined]]);
  });

  it("comes before its step when a reply is cut into parts", async () => {
    await open();
    for (const part of toParts(step, rig.channel.limits)) expect(await send(part)).toEqual({ status: "sent" });
    expect(seen()).toEqual([
      [picture.alt, 0, "image/png"],
      [step.text, 1, undefined],
    ]);
  });

  it("is uploaded once for all people and all processes, for less than seven days", async () => {
    await open();
    for (let count = 0; count < 3; count++) await send(still);
    const { log, now } = surroundings();
    const second = createZaloOa(rig.settings, { log, now, store: rig.store, pictures: async () => png() });
    expect(await second.send(rig.person, still)).toEqual({ status: "sent" });
    await second.stop();
    expect(uploads()).toBe(1);
    expect(seen()).toHaveLength(4);
    expect(rig.store.written.filter(({ key }) => key.startsWith("zalo/picture/"))).toMatchObject([
      { value: "image-1", ttl: 6 * DAY },
    ]);
  });

  it("is uploaded once when many want it at the same time", async () => {
    await open();
    expect(await Promise.all(Array.from({ length: 10 }, () => send(still)))).toEqual(
      Array(10).fill({ status: "sent" }),
    );
    expect(uploads()).toBe(1);
  });

  it("is another once it is drawn anew", async () => {
    let version = 0;
    await open(() => png(++version));
    await send(still);
    await send(still);
    expect(uploads()).toBe(2);
  });

  it("is uploaded again, once, when Zalo no longer knows it", async () => {
    await open();
    await send(still);
    rig.forward(7 * DAY);
    rig.phone.says("a");
    expect(await send(still)).toEqual({ status: "sent" });
    expect(uploads()).toBe(2);
    rig.standIn.faults.plan(MESSAGE_PATH, error(-100), error(-100));
    expect(await send(still)).toEqual({ status: "sent" });
    expect(uploads()).toBe(3);
    expect(seen().at(-1)).toEqual([step.text, 0, undefined]);
  });

  it.each([
    ["cannot be drawn", () => undefined],
    [
      "fails to be drawn",
      () => {
        throw new Error("no such picture");
      },
    ],
    ["is too large", () => png(0, 1_000_001)],
  ])("goes without it when it %s", async (_, draw) => {
    await open(draw);
    expect(await send(still)).toEqual({ status: "sent" });
    expect(seen()).toEqual([[step.text, 0, undefined]]);
    expect(drawn).toEqual(["qr.svg"]);
    expect(uploads()).toBe(0);
  });

  it.each([
    ["limited", limited],
    ["broken", broken],
    ["cut", cutBefore],
    ["refused", invalid],
  ])("goes without it when the upload is %s", async (_, fault) => {
    await open();
    rig.standIn.faults.plan(IMAGE_PATH, fault);
    expect(await send(still)).toEqual({ status: "sent" });
    expect(seen()).toEqual([[step.text, 0, undefined]]);
    await send(still);
    expect(seen()).toHaveLength(2);
    expect(seen()[1]).toEqual([step.text, 0, "image/png"]);
  });

  it("goes without it when Zalo takes no such message", async () => {
    await open();
    rig.standIn.faults.plan(MESSAGE_PATH, invalid);
    expect(await send(still)).toEqual({ status: "sent" });
    expect(seen()).toEqual([[step.text, 0, undefined]]);
  });

  it("goes without it when there is nobody to draw", async () => {
    rig = await openRig();
    expect(await send(still)).toEqual({ status: "sent" });
    expect(rig.received()).toEqual([{ text: step.text, buttons: [] }]);
  });

  it.each([
    ["later", broken],
    ["unreachable", error(-217)],
  ])("is %s when Zalo says so", async (status, fault) => {
    await open();
    rig.standIn.faults.plan(MESSAGE_PATH, fault);
    expect(await send(still)).toMatchObject({ status });
    expect(seen()).toEqual([]);
  });
});

describe("an upload", () => {
  it("without a name in the answer has failed", async () => {
    await open();
    const client = { post: async () => ({ status: "done", data: {} }) as const };
    expect(await uploadImage(client, png())).toMatchObject({ status: "failed", called: { status: "none" } });
  });
});
