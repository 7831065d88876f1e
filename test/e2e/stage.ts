import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Locator, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { fileOf, folderWith, procedureFile } from "../knowledge/folder.ts";
import { settingsFor, surroundings, temporaryFolder } from "../surroundings.ts";
import { openBrowser } from "./browser.ts";

/** The code leaves no doubt about what is meant, however small the folder. */
export const QUESTION = "lệ phí của thủ tục 1.000894";
const LONG_ADDRESS = "https://dichvucong.gov.vn/".padEnd(160, "x");

/** The service over a small knowledge folder, and its page in a browser; a fresh page for every test. */
export interface Stage {
  readonly page: Page;
  /** Where the service is, with a slash at the end. */
  readonly address: string;
  /** Where the service keeps its state. */
  readonly data: string;
  /** Opens the page anew in a window of this size, as somebody who has never been there. */
  open(width?: number, height?: number): Promise<void>;
  /** Opens another tab of the same person. */
  openTab(): Promise<Page>;
  /** A browser of somebody else, whose errors fail no test. */
  newContext(): Promise<BrowserContext>;
  /** Asks by the Send button and waits for the answer. */
  ask(text: string): Promise<void>;
  /** Answers the next questions to the server with something else. */
  onAsk(handle: (route: Route) => unknown): Promise<void>;
  /** Stops the service; it starts again where it was. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number>;
  field(): Locator;
  answers(): Locator;
  lastAnswer(): Locator;
}

/** Sets the stage for the tests of a file. Every error that the page throws or reports fails its test. */
export function setStage(env: Readonly<Record<string, string>> = {}): Stage {
  let browser: Browser;
  let app: App;
  let address = "";
  let page: Page;
  let folder: string;
  let troubles: string[] = [];
  const data = temporaryFolder();

  function watch(watched: Page): Page {
    watched.setDefaultTimeout(10_000);
    watched.on("pageerror", ({ message }) => troubles.push(message));
    watched.on("console", (entry) => {
      const text = entry.text();
      if (entry.type() === "error" && !text.startsWith("Failed to load resource")) troubles.push(text);
    });
    return watched;
  }

  const stage: Stage = {
    data,
    get page() {
      return page;
    },
    get address() {
      return address;
    },
    async open(width = 390, height = 780) {
      await page?.context().close();
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
      page = watch(await context.newPage());
      troubles = [];
      await page.goto(address);
    },
    async openTab() {
      const tab = watch(await page.context().newPage());
      await tab.goto(address);
      return tab;
    },
    newContext: () => browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" }),
    async ask(text) {
      const before = await stage.answers().count();
      await stage.field().fill(text);
      await page.getByRole("button", { name: "Gửi", exact: true }).click();
      await stage.answers().nth(before).waitFor();
    },
    async onAsk(handle) {
      await page.route("**/api/chat", handle);
    },
    async start() {
      const port = address === "" ? {} : { PORT: new URL(address).port };
      const settings = settingsFor([folder], { DATA_DIR: data, ...port, ...env });
      app = await createApp(settings, { ...surroundings(), now: () => new Date(), newId: randomUUID });
      address = await app.start();
    },
    stop: () => app.stop(),
    overflow: () => page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth"),
    field: () => page.getByLabel("Câu hỏi của anh/chị"),
    answers: () => page.locator(".bot"),
    lastAnswer: () => stage.answers().last(),
  };

  beforeAll(async () => {
    folder = folderWith({
      "procedures/ho-tich/1.001193.md": procedureFile(),
      "procedures/ho-tich/1.000894.md": fileOf("1.000894", {
        name: "Đăng ký kết hôn",
        fees: "\n  - when: Kết hôn trong nước\n    amount: 12000\n    note: <b>không</b> thu thêm",
        portalUrl: LONG_ADDRESS,
      }),
    });
    await stage.start();
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
