import type { Logger } from "pino";
import type { Settings } from "./config.ts";
import type { Feed } from "./core/feed.ts";
import type { Channel, Pictures } from "./core/mail.ts";
import type { OneStop } from "./core/one-stop.ts";
import type { Store } from "./core/store.ts";

export interface ChannelSurroundings {
  readonly log: Logger;
  readonly now: () => Date;
  readonly store: Store;
  readonly pictures: Pictures;
}

/** The platforms that the settings switch on, each loaded only then. */
export function openPlatforms(settings: Settings, around: ChannelSurroundings): Promise<readonly Channel[]> {
  return Promise.all([...telegram(settings, around), ...zaloOa(settings, around), ...zaloBot(settings, around)]);
}

/** What the web page shows: on Redis where it is given, else embedded. */
export async function openFeed(
  { REDIS_URL, DATA_DIR }: Settings,
  { now, report }: { readonly now: () => Date; readonly report: (error: unknown) => void },
): Promise<Feed> {
  if (REDIS_URL === undefined)
    return import("./storage/lmdb/feed.ts").then(({ LmdbFeed }) => new LmdbFeed(DATA_DIR, { now }));
  return import("./storage/redis/feed.ts").then(({ RedisFeed }) => new RedisFeed(REDIS_URL, { report }));
}

/** The page that proves to Zalo that the domain is ours, where it is asked for. */
export async function openProof({ ZALO_VERIFIER: code }: Settings) {
  return code === undefined ? undefined : (await import("./channels/zalo-oa/domain-proof.ts")).domainProof(code);
}

/** The province's one-stop system, where it is connected. */
export async function openOneStop(settings: Settings, log: Logger, now: () => Date): Promise<OneStop | undefined> {
  const { ONE_STOP: kind, ONE_STOP_URL: url, ONE_STOP_AUTH_URL: authUrl, ONE_STOP_UNIT: unit } = settings;
  const { ONE_STOP_CLIENT_ID: clientId, ONE_STOP_CLIENT_SECRET: clientSecret } = settings;
  if (kind === undefined || url === undefined) return undefined;
  const { createOneStop } = await import("./one-stop/one-stop.ts");
  return createOneStop({ kind, url, ...given({ authUrl, clientId, clientSecret, unit }) }, { log, now });
}

function* telegram(settings: Settings, around: ChannelSurroundings): Iterable<Promise<Channel>> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: secret } = settings;
  if (token === undefined) return;
  const webhook = settings.TELEGRAM_MODE === "webhook" ? secret : undefined;
  yield import("./channels/telegram/telegram.ts").then(({ createTelegram }) =>
    createTelegram(
      {
        token,
        perSecond: settings.TELEGRAM_PER_SECOND,
        ...given({ apiRoot }),
        ...called(webhook, "telegram", settings),
      },
      around,
    ),
  );
}

function* zaloOa(settings: Settings, around: ChannelSurroundings): Iterable<Promise<Channel>> {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET: oaSecret } = settings;
  const { ZALO_REFRESH_TOKEN: refreshToken, ZALO_ACCESS_TOKEN: accessToken } = settings;
  const { ZALO_API_ROOT: apiRoot, ZALO_OAUTH_ROOT: oauthRoot, ZALO_ZBS_TEMPLATE: template } = settings;
  if (appId === undefined || appSecret === undefined || oaSecret === undefined || refreshToken === undefined) return;
  const own = { appId, appSecret, oaSecret, refreshToken };
  yield import("./channels/zalo-oa/zalo-oa.ts").then(({ createZaloOa }) =>
    createZaloOa({ ...own, ...given({ accessToken, apiRoot, oauthRoot, template }) }, around),
  );
}

function* zaloBot(settings: Settings, { log, now }: ChannelSurroundings): Iterable<Promise<Channel>> {
  const { PUBLIC_URL } = settings;
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: apiRoot, ZALO_BOT_SECRET: secret } = settings;
  if (token === undefined) return;
  yield import("./channels/zalo-bot/zalo-bot.ts").then(({ createZaloBot }) =>
    createZaloBot(
      { token, ...given({ apiRoot }), ...called(secret, "zalo-bot", settings) },
      { log, now, pictures: ({ file }) => PUBLIC_URL && `${PUBLIC_URL}/pictures/${file}.png` },
    ),
  );
}

/** How a platform calls us, where it does. */
function called(secret: string | undefined, name: string, { PUBLIC_URL }: Settings) {
  if (secret === undefined) return {};
  return { webhook: { secret, ...(PUBLIC_URL !== undefined && { url: `${PUBLIC_URL}/webhooks/${name}` }) } };
}

/** Without the values that are not given. */
function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
