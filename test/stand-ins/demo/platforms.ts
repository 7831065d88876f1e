import type { OneStopSettings } from "../../../src/one-stop/one-stop.ts";
import { OneStopStandIn } from "../one-stop/server.ts";
import { TelegramStandIn } from "../telegram/server.ts";
import { ZaloOaStandIn } from "../zalo-oa/server.ts";
import type { Album } from "./album.ts";
import { Conversation } from "./conversation.ts";
import type { Handset } from "./handset.ts";
import { PEOPLE, samplesOf } from "./samples.ts";
import { openTap, type Passed } from "./tap.ts";
import { telegramHandset } from "./telegram-handset.ts";
import type { App, SampleDossier } from "./view.ts";
import { jsonOf, methodOf, type Wired } from "./wire.ts";
import { zaloHandset } from "./zalo-handset.ts";

export interface Call extends Wired {
  /** Whom the service shows that it is writing, where the call does so. */
  readonly typing?: { readonly app: App; readonly person: string };
}

export interface PlatformsOptions {
  readonly album: Album;
  readonly now: () => Date;
  readonly onCall: (call: Call) => void;
}

export interface Platforms {
  /** One talk for each person, in each app. */
  readonly conversations: Readonly<Record<App, readonly Conversation[]>>;
  /** What the one-stop system holds. */
  readonly dossiers: readonly SampleDossier[];
  /** Settings that lead the service to the stand-ins; the last of the people is an officer. */
  readonly env: Readonly<Record<string, string>>;
  /** Tells the platforms where the service listens. */
  connect(service: string): void;
  close(): Promise<void>;
}

const SERVICE = "Trợ lý";
const FIRST_TELEGRAM_ID = 7_000_000_001;
const FIRST_ZALO_ID = 2_000_000_000_000_000_001n;
const WEBHOOK = "/webhooks/zalo";

/** Starts the stand-ins of the platforms and of the one-stop system, with a tap on every line to and from the service. */
export async function openPlatforms({ album, now, onCall }: PlatformsOptions): Promise<Platforms> {
  const [telegram, zalo, oneStop] = await Promise.all([
    TelegramStandIn.start({ now }),
    ZaloOaStandIn.start({ now }),
    OneStopStandIn.start({ now }),
  ]);
  let service = "";
  const taps = await Promise.all([
    openTap(
      () => telegram.root,
      (passed) => onCall({ from: SERVICE, to: "Telegram", passed, ...typingIn(passed) }),
    ),
    openTap(
      () => zalo.root,
      (passed) => onCall({ from: SERVICE, to: "Zalo", passed }),
    ),
    openTap(
      () => service,
      (passed) => onCall({ from: "Zalo", to: SERVICE, passed }),
    ),
    openTap(
      () => oneStop.root,
      (passed) => onCall({ from: SERVICE, to: "Một cửa", passed }),
    ),
  ]);
  const [toTelegram, toZalo, fromZalo, toOneStop] = taps;
  const talk = (handset: Handset) => new Conversation({ handset, album, now });
  const conversations = {
    telegram: PEOPLE.map((name, index) => talk(telegramHandset(telegram, FIRST_TELEGRAM_ID + index, name))),
    zalo: PEOPLE.map((name, index) => talk(zaloHandset(zalo, String(FIRST_ZALO_ID + BigInt(index)), name))),
  };
  const officers = Object.entries(conversations).map(([app, talks]) => `${app}:${talks.at(-1)?.handset.id}`);

  return {
    conversations,
    dossiers: samplesOf(oneStop.dossiers.values()),
    env: {
      ...oneStopEnv(oneStop.settings("igate"), toOneStop.root),
      TELEGRAM_BOT_TOKEN: telegram.state.token,
      TELEGRAM_API_ROOT: toTelegram.root,
      ZALO_APP_ID: zalo.app.appId,
      ZALO_APP_SECRET: zalo.app.appSecret,
      ZALO_OA_SECRET: zalo.app.oaSecret,
      ZALO_REFRESH_TOKEN: zalo.credentials.pair.refreshToken,
      ZALO_API_ROOT: toZalo.root,
      ZALO_OAUTH_ROOT: toZalo.root,
      OFFICERS: officers.join(","),
    },
    connect(address) {
      service = address.replace(/\/$/, "");
      zalo.setWebhook(`${fromZalo.root}${WEBHOOK}`);
    },
    async close() {
      await Promise.all([telegram.close(), zalo.close(), oneStop.close()]);
      await Promise.all(taps.map((tap) => tap.close()));
    },
  };
}

/** @param root where the calls to the system go instead */
function oneStopEnv({ kind, clientId = "", clientSecret = "" }: OneStopSettings, root: string) {
  return {
    ONE_STOP: kind,
    ONE_STOP_URL: root,
    ONE_STOP_AUTH_URL: root,
    ONE_STOP_CLIENT_ID: clientId,
    ONE_STOP_CLIENT_SECRET: clientSecret,
  };
}

function typingIn({ path, request }: Passed): Pick<Call, "typing"> {
  if (methodOf(path) !== "sendChatAction") return {};
  return { typing: { app: "telegram", person: String(jsonOf(request).chat_id) } };
}
