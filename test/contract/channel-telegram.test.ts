import { openRig } from "../channels/telegram/rig.ts";
import { describeChannel } from "./channel.ts";

describeChannel("telegram, polling", () => openRig("polling"));
describeChannel("telegram, webhook", () => openRig("webhook"));
