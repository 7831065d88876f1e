import { describe } from "vitest";
import type { OneStopSettings } from "../../src/one-stop/one-stop.ts";
import { describeFinding } from "./one-stop/finding.ts";
import { describeTrouble } from "./one-stop/trouble.ts";

/** What every one-stop driver does, whatever the vendor. */
export function describeOneStop(kind: OneStopSettings["kind"]): void {
  describe(`one-stop contract: ${kind}`, () => {
    describeFinding(kind);
    describeTrouble(kind);
  });
}
