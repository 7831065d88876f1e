import type { Browser, Locator, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { fileOf, folderWith, procedureFile } from "../knowledge/folder.ts";
import { settingsFor, surroundings } from "../surroundings.ts";
import { openBrowser } from "./browser.ts";

/** The code leaves no doubt about what is meant, however small the folder. */
export const QUESTION = "lệ phí của thủ tục 1.000894";
const LONG_ADDRESS = "https://dichvucong.gov.vn/".padEnd(160, "x");

/** The service over a small knowledge folder, and its page in a browser; a fresh page for every test. */
export interface Stage {
  readonly page: Page;
  /** Opens the page anew in a window of this size, as somebody who has never been there. */
  open(width?: number, height?: number): Promise<void>;
  /** Asks by the Send button and waits for the answer. */
  ask(text: string): Promise<void>;
  /** Answers the next questions to the server with something else. */
  onAsk(handle: (route: Route) => unknown): Promise<void>;
  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number>;
  field(): Locator;
  answers(): Locator;
  lastAnswer(): Locator;
}

/** Sets the stage for the tests of a file. Every error that the page throws or reports fails its test. */
export function setStage(): Stage {
  let browser: Browser;
  let app: App;
  let address: string;
  let page: Page;
  let troubles: string[] = [];

  const stage: Stage = {
    get page() {
      return page;
    },
    async open(width = 390, height = 780) {
      await page?.context().close();
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
      page = await context.newPage();
      page.setDefaultTimeout(10_000);
      troubles = [];
      page.on("pageerror", ({ message }) => troubles.push(message));
      page.on("console", (entry) => {
        const text = entry.text();
        if (entry.type() === "error" && !text.startsWith("Failed to load resource")) troubles.push(text);
      });
      await page.goto(address);
    },
    async ask(text) {
      const before = await stage.answers().count();
      await stage.field().fill(text);
      await page.getByRole("button", { name: "Gửi", exact: true }).click();
      await stage.answers().nth(before).waitFor();
    },
    async onAsk(handle) {
      await page.route("**/api/chat", handle);
    },
    overflow: () => page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth"),
    field: () => page.getByLabel("Câu hỏi của anh/chị"),
    answers: () => page.locator(".bot"),
    lastAnswer: () => stage.answers().last(),
  };

  beforeAll(async () => {
    const folder = folderWith({
      "procedures/ho-tich/1.001193.md": procedureFile(),
      "procedures/ho-tich/1.000894.md": fileOf("1.000894", {
        name: "Đăng ký kết hôn",
        fees: "\n  - when: Kết hôn trong nước\n    amount: 12000\n    note: <b>không</b> thu thêm",
        portalUrl: LONG_ADDRESS,
      }),
    });
    app = await createApp(settingsFor([folder]), surroundings());
    address = await app.start();
    browser = await openBrowser();
  });
  beforeEach(() => stage.open());
  afterEach(async () => {
    await page.context().close();
    expect(troubles).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  return stage;
}
