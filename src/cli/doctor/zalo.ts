import type { Settings } from "../../config.ts";
import { reasonOf } from "./ask.ts";
import { both, broken, type Finding, off, ok, warning } from "./finding.ts";
import type { KeptStore } from "./kept.ts";

const OA = "Zalo OA";
const BOT = "ZALO_BOT_TOKEN";

/**
 * Whether Zalo takes the token of the Official Account.
 * @param openKept opens what a running service keeps, for tokens that it has renewed; undefined where there is nothing
 */
export async function checkOfficialAccount(
  settings: Settings,
  openKept: () => Promise<KeptStore | undefined>,
): Promise<Finding> {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET: oaSecret, ZALO_API_ROOT: apiRoot } = settings;
  const { ZALO_REFRESH_TOKEN: refreshToken, ZALO_ACCESS_TOKEN: accessToken } = settings;
  if (appId === undefined || appSecret === undefined || oaSecret === undefined || refreshToken === undefined) {
    return off(OA, "ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET, ZALO_REFRESH_TOKEN");
  }
  const { checkZaloOa } = await import("../../channels/zalo-oa/health.ts");
  const own = { appId, appSecret, oaSecret, refreshToken };
  const kept = await openKept().catch(() => undefined);
  try {
    const health = await checkZaloOa(
      { ...own, ...(accessToken && { accessToken }), ...(apiRoot && { apiRoot }) },
      kept?.store,
    );
    if (health.ok) return ok(OA, health.name);
    if (/no access token yet/.test(health.reason))
      return warning(
        OA,
        both("chưa kiểm được: chưa có access token", "cannot be tried yet: there is no access token"),
        NEW_TOKENS,
      );
    const remedy = health.reason.startsWith("Zalo did not answer") ? NETWORK : NEW_TOKENS;
    return broken(OA, both(`Zalo không nhận: ${health.reason}`, `Zalo does not take it: ${health.reason}`), remedy);
  } finally {
    await kept?.close();
  }
}

const NETWORK = both("xem mạng, tường lửa và ZALO_API_ROOT", "see to network, firewall and ZALO_API_ROOT");
const NEW_TOKENS = both(
  "lấy cặp token mới ở developers.zalo.me, API Explorer, rồi đặt ZALO_ACCESS_TOKEN và ZALO_REFRESH_TOKEN",
  "get a new pair at developers.zalo.me, API Explorer, and set ZALO_ACCESS_TOKEN and ZALO_REFRESH_TOKEN",
);

/** Whether the Zalo Bot Platform knows the token. */
export async function checkZaloBot({ ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: root }: Settings): Promise<Finding> {
  if (token === undefined) return off("Zalo Bot", BOT);
  const { BotApiError, createBotApi } = await import("../../channels/zalo-bot/api.ts");
  try {
    const { account_name: name } = (await createBotApi(token, root).call("getMe")) as { account_name?: unknown };
    return ok(BOT, typeof name === "string" ? name : both("Zalo nhận mã này", "Zalo knows the token"));
  } catch (error) {
    if (error instanceof BotApiError) {
      const says = both(`Zalo không nhận mã này (${error.code})`, `Zalo does not take this token (${error.code})`);
      return broken(BOT, says, both("lấy mã mới ở Zalo Bot Creator", "get a new one from Zalo Bot Creator"));
    }
    const why = reasonOf(error);
    const remedy = both("xem mạng, tường lửa và ZALO_BOT_API_ROOT", "see to network, firewall and ZALO_BOT_API_ROOT");
    return broken(BOT, both(`không hỏi được Zalo (${why})`, `Zalo cannot be asked (${why})`), remedy);
  }
}
