import { createTelegram } from "../../../src/channels/telegram/telegram.ts";
import { WEBHOOK_PATH } from "../../../src/channels/telegram/webhook.ts";
import type { Pictures } from "../../../src/core/mail.ts";
import type { ChannelRig, Trouble } from "../../contract/channel.ts";
import { mount } from "../../mount.ts";
import { blocked, broken, cutBefore, type Fault, tooMany } from "../../stand-ins/telegram/fault.ts";
import type { Phone } from "../../stand-ins/telegram/phone.ts";
import { TelegramStandIn } from "../../stand-ins/telegram/server.ts";
import type { RawUpdate } from "../../stand-ins/telegram/update-queue.ts";
import { surroundings, type TestSurroundings } from "../../surroundings.ts";
import { until } from "../../until.ts";

export const SECRET = "mot-bi-mat_42";

const TROUBLES: Readonly<Record<Trouble, Fault>> = {
  limited: tooMany(5),
  blocked,
  refused: { kind: "error", code: 400, description: "Bad Request: message is too long" },
  broken,
  cut: cutBefore,
};

export interface TelegramRig extends ChannelRig {
  readonly standIn: TelegramStandIn;
  readonly phone: Phone;
  readonly logLines: TestSurroundings["logged"];
}

/** The Telegram channel beside a stand-in of the Bot API. */
export async function openRig(
  mode: "polling" | "webhook",
  { pictures }: { readonly pictures?: Pictures } = {},
): Promise<TelegramRig> {
  const { log, now, clock, logged } = surroundings();
  const standIn = await TelegramStandIn.start({ now });
  const phone = standIn.phone();
  const mounted = mode === "webhook" ? await mount(WEBHOOK_PATH, () => channel.webhook) : undefined;
  const { token } = standIn.state;
  const channel = createTelegram(
    { token, apiRoot: standIn.root, ...(mounted && { webhook: { secret: SECRET, url: mounted.url } }) },
    { log, now, ...(pictures && { pictures }) },
  );
  let last: RawUpdate | undefined;
  return {
    channel,
    standIn,
    phone,
    logLines: logged,
    person: String(phone.person.id),
    says(text) {
      last = phone.says(text);
    },
    async repeats() {
      // A poll that is made later would confirm the update before it is seen.
      await until(() => mode === "webhook" || standIn.state.updates.polled);
      if (last) standIn.repeat(last);
    },
    presses: ({ send }) => void phone.presses(send),
    received: () =>
      phone.received.map(({ text, buttons }) => ({
        text,
        buttons: buttons.map(({ text: label, callback_data: send = "" }) => ({ label, send })),
      })),
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

/** A call as Telegram would make it, of a message that the stand-in does not bring itself. */
function callWith({ person }: Phone, text: string) {
  const message = { message_id: 9, date: 1_795_000_000, chat: { id: person.id, type: "private" }, from: person, text };
  const body = Buffer.from(JSON.stringify({ update_id: 900_001, message }));
  return { body, headers: { "x-telegram-bot-api-secret-token": SECRET } };
}
