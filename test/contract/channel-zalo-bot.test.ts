import { openRig } from "../channels/zalo-bot/rig.ts";
import { describeChannel } from "./channel.ts";

describeChannel("zalo-bot, polling", () => openRig("polling"));
describeChannel("zalo-bot, webhook", () => openRig("webhook"));
