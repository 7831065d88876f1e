import { describe, expect, it } from "vitest";
import { LmdbFeed } from "../../src/storage/lmdb/feed.ts";
import { QUESTION, setStage } from "./stage.ts";

const stage = setStage();
const connection = () => stage.page.locator("#connection");
const questions = () => stage.page.locator(".you");

/** Adds to the conversation of the page's person what another process might say. */
async function sayElsewhere(text: string, more: object = {}): Promise<void> {
  const [cookie] = await stage.page.context().cookies();
  const feed = new LmdbFeed(stage.data, { now: () => new Date() });
  const said = { from: "assistant" as const, text, buttons: [], at: new Date().toISOString(), ...more };
  await feed.append(cookie?.value as string, said);
  await feed.close();
}

describe("a conversation", () => {
  it("stays when the page is loaded again, and goes on", async () => {
    await stage.ask(QUESTION);
    await stage.page.locator("#choices").getByRole("button", { name: "Thời hạn" }).click();
    await stage.answers().nth(1).waitFor();
    const shown = await stage.page.locator("#log").textContent();
    const choices = await stage.page.locator("#choices").textContent();
    await stage.page.reload();
    await stage.answers().nth(1).waitFor();
    expect(await stage.page.locator("#log").textContent()).toBe(shown);
    expect(await questions().last().textContent()).toContain("Thời hạn");
    expect(await stage.page.locator("#choices").textContent()).toBe(choices);
    expect(await stage.page.locator("#pending").textContent()).toBe("");
    await stage.page.locator("#choices").getByRole("button", { name: "Lệ phí" }).click();
    await stage.answers().nth(2).waitFor();
    expect(await questions().count()).toBe(3);
  });

  it("is not read out anew when the page is loaded again", async () => {
    expect(await stage.page.locator("#log").getAttribute("aria-live")).toBe("polite");
    await stage.ask(QUESTION);
    await stage.page.route("**/api/stream*", () => undefined);
    await stage.page.reload();
    expect(await stage.page.locator("#log").getAttribute("aria-live")).toBe("off");
  });

  it("is the same in two tabs", async () => {
    await stage.ask(QUESTION);
    const tab = await stage.openTab();
    await tab.locator(".bot").waitFor();
    await tab.getByLabel("Câu hỏi của anh/chị").fill("còn thời hạn?");
    await tab.getByRole("button", { name: "Gửi", exact: true }).click();
    await stage.answers().nth(1).waitFor();
    expect(await questions().last().textContent()).toContain("còn thời hạn?");
    await tab.locator(".bot").nth(1).waitFor();
    for (const page of [tab, stage.page]) {
      expect(await page.locator(".you").count()).toBe(2);
      expect(await page.locator(".bot").last().textContent()).toContain("trong ngày làm việc");
    }
  });

  it("is nobody else's", async () => {
    await stage.ask(QUESTION);
    const context = await stage.newContext();
    const other = await context.newPage();
    await other.goto(stage.address);
    await other.waitForFunction("document.getElementById('log').getAttribute('aria-live') === 'polite'");
    expect(await other.locator("article").count()).toBe(0);
    await context.close();
  });

  it("asks nothing of somebody who only looks: no cookie, no open connection", async () => {
    await stage.page.waitForFunction("document.getElementById('log').getAttribute('aria-live') === 'polite'");
    expect(await stage.page.context().cookies()).toEqual([]);
  });

  it("shows a picture, with words for those who do not see it", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><rect width="900" height="60"/></svg>';
    await stage.page.route("**/pictures/*", (route) => route.fulfill({ contentType: "image/svg+xml", body: svg }));
    await stage.ask(QUESTION);
    const picture = { file: "qr login.svg", alt: "Mã QR trên màn hình máy tính" };
    await sayElsewhere("Bước 2/5\nQuét mã QR bằng điện thoại.", { picture });
    await stage.page.reload();
    const shown = stage.page.getByAltText(picture.alt);
    await shown.waitFor();
    expect(await shown.getAttribute("src")).toBe("/pictures/qr%20login.svg");
    await stage.page.waitForFunction("document.querySelector('#log img').naturalWidth === 900");
    expect((await shown.boundingBox())?.width).toBeLessThan(390);
    expect(await stage.overflow()).toBeLessThanOrEqual(0);
  });
});

describe("the connection", () => {
  it("is told to be lost, and goes on by itself when it is back", async () => {
    await stage.ask(QUESTION);
    expect(await connection().textContent()).toBe("");
    await stage.stop();
    await connection().getByText("Mất kết nối, đang nối lại…").waitFor();
    await stage.field().fill("còn thời hạn?");
    await stage.field().press("Enter");
    await stage.page.getByRole("alert").getByText("Chưa kết nối được").waitFor();
    await stage.start();
    await stage.page.locator("#connection:empty").waitFor({ state: "attached", timeout: 20_000 });
    await stage.page.getByRole("button", { name: "Gửi lại" }).click();
    await stage.answers().nth(1).waitFor();
    expect(await questions().count()).toBe(2);
    expect(await stage.lastAnswer().textContent()).toContain("trong ngày làm việc");
  });

  it("brings what was said meanwhile, once", async () => {
    await stage.ask(QUESTION);
    await stage.stop();
    await connection().getByText("đang nối lại").waitFor();
    await sayElsewhere("Hồ sơ của anh/chị đã có kết quả.");
    await stage.start();
    await stage.page.getByText("Hồ sơ của anh/chị đã có kết quả.").waitFor({ timeout: 20_000 });
    expect(await stage.answers().count()).toBe(2);
    expect(await questions().count()).toBe(1);
  });

  it("says when the device has no network", async () => {
    await stage.ask(QUESTION);
    await stage.page.context().setOffline(true);
    await connection().getByText("Máy đang mất mạng.").waitFor();
    await stage.page.context().setOffline(false);
    await stage.page.locator("#connection:empty").waitFor({ state: "attached" });
    await stage.ask("còn thời hạn?");
    expect(await questions().count()).toBe(2);
  });

  it("does not ask again what has arrived although nobody said so", async () => {
    await stage.onAsk(async (route) => {
      await route.fetch();
      await route.abort();
    });
    await stage.ask(QUESTION);
    await stage.page.unroute("**/api/chat");
    expect(await stage.page.getByRole("alert").textContent()).toBe("");
    expect(await stage.field().inputValue()).toBe("");
    expect(await questions().count()).toBe(1);
  });

  it("is let go by a hidden page, and taken up again", async () => {
    await stage.ask(QUESTION);
    const hide = (hidden: boolean) =>
      stage.page.evaluate(`
        Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));`);
    await hide(true);
    await sayElsewhere("Trong lúc anh/chị đi vắng.");
    await hide(false);
    await stage.page.getByText("Trong lúc anh/chị đi vắng.").waitFor();
    expect(await stage.answers().count()).toBe(2);
  });

  it("that brings nothing because cookies are blocked is explained", async () => {
    await stage.page.route("**/api/chat", async (route) => {
      const response = await route.fetch();
      const { "set-cookie": _, ...headers } = response.headers();
      await stage.page.context().clearCookies();
      await route.fulfill({ response, headers });
    });
    await stage.page.route("**/api/stream*", (route) => {
      const { cookie: _, ...headers } = route.request().headers();
      return route.continue({ headers });
    });
    await stage.field().fill(QUESTION);
    await stage.field().press("Enter");
    await stage.page.getByRole("alert").getByText("đang chặn cookie").waitFor();
    expect(await stage.page.getByRole("link", { name: "Mở trang hỏi thủ tục" }).getAttribute("href")).toBe("/");
  });
});
