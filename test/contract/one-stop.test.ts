import { describeOneStop } from "./one-stop.ts";

describeOneStop("igate");
describeOneStop("cgate");
describeOneStop("national");
