import { openRig } from "../channels/zalo-oa/rig.ts";
import { describeChannel } from "./channel.ts";

describeChannel("zalo", openRig);
