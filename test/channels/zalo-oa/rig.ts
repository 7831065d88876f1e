import { WEBHOOK_PATH } from "../../../src/channels/zalo-oa/webhook.ts";
import { createZaloOa, type ZaloOa, type ZaloOaSettings } from "../../../src/channels/zalo-oa/zalo-oa.ts";
import type { Part, Pictures } from "../../../src/core/mail.ts";
import type { ChannelRig, Trouble } from "../../contract/channel.ts";
import { mount } from "../../mount.ts";
import type { Posted } from "../../stand-ins/zalo-oa/deliveries.ts";
import { blocked, broken, cutBefore, type Fault, invalid, limited } from "../../stand-ins/zalo-oa/fault.ts";
import { MESSAGE_PATH } from "../../stand-ins/zalo-oa/methods.ts";
import type { Phone } from "../../stand-ins/zalo-oa/phone.ts";
import { ZaloOaStandIn } from "../../stand-ins/zalo-oa/server.ts";
import type { Shown } from "../../stand-ins/zalo-oa/state.ts";
import { surroundings, type TestSurroundings } from "../../surroundings.ts";
import { MemoryStore } from "./memory-store.ts";

const TROUBLES: Readonly<Record<Trouble, Fault>> = { limited, blocked, refused: invalid, broken, cut: cutBefore };

export interface ZaloOaRig extends ChannelRig {
  readonly channel: ZaloOa;
  readonly standIn: ZaloOaStandIn;
  readonly phone: Phone;
  readonly store: MemoryStore;
  readonly settings: ZaloOaSettings;
  readonly logLines: TestSurroundings["logged"];
  /** What the stand-in was asked to send, newest last. */
  sentBodies(): readonly unknown[];
}

export interface RigOptions {
  readonly pictures?: Pictures;
  readonly settings?: Partial<ZaloOaSettings>;
  readonly proof?: boolean;
}

/** The channel to a Zalo Official Account beside a stand-in of Zalo. */
export async function openRig({ pictures, settings: more, proof = false }: RigOptions = {}): Promise<ZaloOaRig> {
  const { log, now, clock, logged } = surroundings();
  const standIn = await ZaloOaStandIn.start({ now, proof });
  const phone = standIn.phone();
  const store = new MemoryStore();
  const mounted = await mount(WEBHOOK_PATH, () => channel.webhook);
  standIn.setWebhook(mounted.url);
  const { appId, appSecret, oaSecret } = standIn.app;
  const roots = { apiRoot: `${standIn.root}/`, oauthRoot: `${standIn.root}/` };
  const settings = { appId, appSecret, oaSecret, proof, ...standIn.credentials.pair, ...roots, ...more };
  const channel = createZaloOa(settings, { log, now, store, ...(pictures && { pictures }) });
  let last: Posted | undefined;
  return {
    channel,
    standIn,
    phone,
    store,
    settings,
    logLines: logged,
    person: phone.person.id,
    says(text) {
      last = phone.says(text);
    },
    async repeats() {
      if (last) standIn.repeat(last);
    },
    presses: ({ send }) => void phone.presses(send),
    received: () => phone.received.map(partOf),
    trouble: (kind) => standIn.faults.plan(MESSAGE_PATH, TROUBLES[kind]),
    forward: (milliseconds) => clock.forward(milliseconds),
    logged: () => JSON.stringify(logged),
    secrets: [appSecret, oaSecret, settings.accessToken, settings.refreshToken],
    call: (text) => phone.signText(text),
    sentBodies: () => standIn.state.calls.filter(({ path }) => path === MESSAGE_PATH).map(({ body }) => body),
    async close() {
      await mounted.close();
      await standIn.close();
    },
  };
}

function partOf({ text, buttons }: Shown): Part {
  return { text, buttons: buttons.map(({ title, payload }) => ({ label: title, send: String(payload) })) };
}
