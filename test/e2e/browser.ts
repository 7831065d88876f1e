import { type Browser, chromium } from "playwright-core";

/** Where Debian puts Chromium; `test/prepare.sh` installs it. */
const CHROMIUM = "/usr/bin/chromium";

/** Chromium without a window and without connections of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
