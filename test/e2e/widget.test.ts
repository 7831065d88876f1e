import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { type Commune, openCommune } from "./commune.ts";

let browser: Browser;
let commune: Commune;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  commune = await openCommune('data-label="Hỏi thủ tục xã" data-position="left"');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await commune?.close();
});

const button = () => page.getByRole("button", { name: "Hỏi thủ tục xã" });
const panel = () => page.getByRole("dialog", { name: "Hỏi thủ tục xã" });
const frame = () => page.frameLocator('iframe[title="Hỏi thủ tục hành chính Cà Mau"]');
const inWidget = (expression: string) => page.evaluate(`document.body.lastElementChild.shadowRoot.${expression}`);
const style = (name: string) =>
  page.evaluate(`getComputedStyle(document.body.lastElementChild.shadowRoot.getElementById("open")).${name}`);
const field = () => frame().getByLabel("Câu hỏi của anh/chị");

async function openSite(width = 1280, height = 800, url = commune.origin): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  // As behind a proxy that ends HTTPS: only then a cookie may be kept in a foreign frame.
  await context.route(`${commune.service}/**`, (route) =>
    route.continue({ headers: { ...route.request().headers(), "x-forwarded-proto": "https" } }),
  );
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
}

async function ask(text: string): Promise<void> {
  const before = await frame().locator(".bot").count();
  await field().fill(text);
  await field().press("Enter");
  await frame().locator(".bot").nth(before).waitFor();
}

beforeEach(() => openSite());
afterEach(() => context.close());

describe("the widget on the site of a commune", () => {
  it("answers in a frame, and remembers the talk when the site is loaded again", async () => {
    await button().click();
    await ask("lệ phí khai sinh?");
    await frame().getByRole("button", { name: "Hỏi lại" }).click();
    await frame().locator(".bot").nth(1).waitFor();
    await page.reload();
    await button().click();
    await frame().locator(".bot").nth(1).waitFor();
    expect(await frame().locator(".you").allTextContents()).toEqual([
      "Anh/chị hỏi:lệ phí khai sinh?",
      "Anh/chị hỏi:Hỏi lại",
    ]);
  });

  it("keeps a cookie for this site alone, and none on the site itself", async () => {
    await button().click();
    await ask("chào");
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([{ name: "framed-conversation", httpOnly: true, secure: true, sameSite: "None" }]);
    expect(cookies[0]?.partitionKey).toContain("localhost");
    expect(await page.evaluate("document.cookie")).toBe("");
  });

  it("loads nothing but its script until it is opened", async () => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.reload();
    await button().waitFor();
    expect(loaded).toEqual(["/", "/widget.js"]);
  });

  it("is opened and closed by keyboard, and gives the focus back", async () => {
    await page.locator("#search").focus();
    await page.keyboard.press("Tab");
    expect(await inWidget("activeElement?.id === 'open'")).toBe(true);
    await page.keyboard.press("Enter");
    await panel().waitFor();
    await frame().locator("h1").waitFor();
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "hidden" });
    expect(await inWidget("activeElement?.id === 'open'")).toBe(true);
  });

  it("is closed by Escape from within the page, and by its button; a draft stays", async () => {
    await button().click();
    await field().fill("đang viết dở");
    await field().press("Escape");
    await panel().waitFor({ state: "hidden" });
    await button().click();
    expect(await field().inputValue()).toBe("đang viết dở");
    await page.getByRole("button", { name: "Đóng" }).click();
    await panel().waitFor({ state: "hidden" });
  });

  it("looks the same whatever the site's styles, on the side asked for, with targets of 48 px", async () => {
    const box = await button().boundingBox();
    expect(box?.x).toBe(16);
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(await style("fontSize")).toBe("17px");
    expect(await style("backgroundColor")).toBe("rgb(11, 85, 99)");
  });

  it("leaves the site as it was: its scrolling, its names, its focus", async () => {
    const names = () => page.evaluate<string[]>("Object.keys(window)");
    const withWidget = await names();
    await page.route("**/widget.js", (route) => route.abort());
    await page.reload();
    expect(withWidget).toEqual(await names());
    await page.unroute("**/widget.js");
    await page.reload();
    await page.evaluate("window.scrollTo(0, 500)");
    await button().click();
    await page.getByRole("button", { name: "Đóng" }).click();
    expect(await page.evaluate("window.scrollY")).toBe(500);
    expect(await page.evaluate("document.body.lastElementChild.tagName")).toBe("DIV");
  });

  it("fills the screen of a phone, without sideways scrolling", async () => {
    await openSite(390, 780);
    await button().click();
    await ask("chào");
    expect(await panel().boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
    const overflow = await frame()
      .locator("html")
      .evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("has a way out to the page by itself", async () => {
    await button().click();
    const link = frame().getByRole("link", { name: "Mở trang riêng" });
    expect(await link.getAttribute("target")).toBe("_blank");
    await page.goto(commune.service);
    expect(await page.getByRole("link", { name: "Mở trang riêng" }).count()).toBe(0);
  });

  it("hears nobody but its own frame", async () => {
    await button().click();
    await field().waitFor();
    await page.evaluate("window.postMessage('close', '*')");
    await ask("còn đó không");
    expect(await panel().isVisible()).toBe(true);
  });
});

describe("a site that nobody allowed", () => {
  it("shows no page in its frame", async () => {
    await openSite(1280, 800, commune.stranger);
    const refused = page.waitForEvent("console", (entry) => entry.text().includes("frame-ancestors"));
    await button().click();
    await refused;
    expect(await frame().locator("#form").count()).toBe(0);
  });
});
