import { WEBHOOK_PATH } from "../../../src/channels/zalo-bot/webhook.ts";
import { createZaloBot, type ZaloBotSurroundings } from "../../../src/channels/zalo-bot/zalo-bot.ts";
import type { ChannelRig, Trouble } from "../../contract/channel.ts";
import { mount } from "../../mount.ts";
import { broken, cutBefore, type Fault } from "../../stand-ins/telegram/fault.ts";
import type { Phone } from "../../stand-ins/zalo-bot/phone.ts";
import { ZaloBotStandIn } from "../../stand-ins/zalo-bot/server.ts";
import type { RawUpdate } from "../../stand-ins/zalo-bot/update-queue.ts";
import { surroundings, type TestSurroundings } from "../../surroundings.ts";

export const SECRET = "mot-bi-mat_42";

const TROUBLES: Readonly<Record<Trouble, Fault>> = {
  limited: { kind: "error", code: 429, description: "Quota exceeded" },
  blocked: { kind: "error", code: 403, description: "Forbidden" },
  refused: { kind: "error", code: 400, description: "Bad Request: text is too long" },
  broken,
  cut: cutBefore,
};

export interface ZaloBotRig extends ChannelRig {
  readonly standIn: ZaloBotStandIn;
  readonly phone: Phone;
  readonly logLines: TestSurroundings["logged"];
}

/** The Zalo Bot channel beside a stand-in of the platform. */
export async function openRig(
  mode: "polling" | "webhook",
  more: Pick<ZaloBotSurroundings, "pictures"> = {},
): Promise<ZaloBotRig> {
  const { log, now, clock, logged } = surroundings();
  const standIn = await ZaloBotStandIn.start({ now });
  const phone = standIn.phone();
  const mounted = mode === "webhook" ? await mount(WEBHOOK_PATH, () => channel.webhook) : undefined;
  const { token } = standIn.state;
  const channel = createZaloBot(
    {
      token,
      apiRoot: standIn.root,
      pollSeconds: 0.2,
      ...(mounted && { webhook: { secret: SECRET, url: mounted.url } }),
    },
    { log, now, ...more },
  );
  let last: RawUpdate | undefined;
  return {
    channel,
    standIn,
    phone,
    logLines: logged,
    person: phone.person.id,
    says(text) {
      last = phone.says(text);
    },
    async repeats() {
      if (last) standIn.repeat(last);
    },
    received: () => phone.received.map(({ text }) => ({ text, buttons: [] })),
    trouble: (kind) => standIn.faults.plan("sendMessage", TROUBLES[kind]),
    forward: (milliseconds) => clock.forward(milliseconds),
    logged: () => JSON.stringify(logged),
    secrets: [token, token.split(":")[1] ?? "", SECRET],
    ...(mounted && { call: (text: string) => callWith(phone, text) }),
    async close() {
      await mounted?.close();
      await standIn.close();
    },
  };
}

/** A call as the platform would make it, of a message that the stand-in does not bring itself. */
function callWith({ person }: Phone, text: string) {
  const message = { message_id: "bm-900", from: person, chat: { id: person.id, chat_type: "PRIVATE" }, text };
  const body = Buffer.from(JSON.stringify({ ok: true, result: { event_name: "message.text.received", message } }));
  return { body, headers: { "x-bot-api-secret-token": SECRET } };
}
