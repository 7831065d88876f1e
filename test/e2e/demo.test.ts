import { pino } from "pino";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileOf, folderWith, procedureFile } from "../knowledge/folder.ts";
import { type Demo, startDemo } from "../stand-ins/demo/demo.ts";
import { CODES } from "../stand-ins/one-stop/dossiers.ts";
import { until } from "../until.ts";
import { openBrowser } from "./browser.ts";

/** Without diacritics; the code leaves no doubt about what is meant, however small the folder. */
const QUESTION = "le phi cua thu tuc 1.000894";

let demo: Demo;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  const folder = folderWith({
    "procedures/ho-tich/1.001193.md": procedureFile(),
    "procedures/ho-tich/1.000894.md": fileOf("1.000894", {
      name: "Đăng ký kết hôn",
      fees: "\n  - when: Kết hôn trong nước\n    amount: 12000\n    note: <b>không</b> thu thêm",
    }),
  });
  browser = await openBrowser();
  demo = await startDemo({ port: 0, log: pino({ level: "silent" }), env: { KNOWLEDGE_DIR: folder } });
});
afterAll(async () => {
  await demo?.stop();
  await browser?.close();
});
afterEach(async () => {
  await page.context().close();
  expect(troubles).toEqual([]);
});

async function open(width: number, height: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  troubles = [];
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("console", (entry) => {
    if (entry.type() === "error") troubles.push(entry.text());
  });
  await page.goto(demo.address);
}

/** A phone of the page, as somebody uses it. */
function phone(app: "Zalo" | "Telegram") {
  const section = page.getByRole("region", { name: `Điện thoại ${app}` });
  const answers = section.locator(".bot");
  const field = section.getByLabel(`Tin nhắn trên ${app}`, { exact: true });
  /** Does something that brings one more answer, and waits for it. */
  const answered = async (doing: () => Promise<void>): Promise<Locator> => {
    const before = await answers.count();
    await doing();
    await answers.nth(before).waitFor();
    return answers.nth(before);
  };
  return {
    section,
    answers,
    field,
    answered,
    ask: (text: string) =>
      answered(async () => {
        await field.fill(text);
        await field.press("Enter");
      }),
    async choose(name: string): Promise<void> {
      await section.locator("summary").click();
      await section.getByRole("button", { name }).click();
    },
    async becomes(name: string): Promise<void> {
      await section.locator("summary").click();
      await section.getByLabel(name).check();
      await page.keyboard.press("Escape");
    },
  };
}

describe.each(["Zalo", "Telegram"] as const)("the demo's phone with %s", (app) => {
  beforeEach(() => open(1_280, 860));

  it("answers what is typed without diacritics, and the button pressed below", async () => {
    const { ask, answered } = phone(app);
    const answer = await ask(QUESTION);
    expect(await answer.textContent()).toContain("12.000 đồng");
    expect(await answer.textContent()).toContain("<b>không</b> thu thêm");
    const next = await answered(() => answer.getByRole("button", { name: "Thời hạn" }).click());
    expect(await next.textContent()).toContain("trong ngày làm việc");
    expect(await page.locator("#wire li").count()).toBeGreaterThan(3);
    expect(await page.locator("#wire .bad").count()).toBe(0);
  });

  it("gets one answer to a message that the platform sends twice", async () => {
    const { ask, choose, answers, section } = phone(app);
    await ask("thoi han cua thu tuc 1.001193");
    const before = await answers.count();
    await choose("Gửi trùng tin vừa rồi");
    await section.getByText("Nền tảng vừa gửi trùng").last().waitFor();
    await ask(QUESTION);
    expect(await answers.count()).toBe(before + 1);
  });

  it("stops when the person blocks the bot, and goes on afterwards", async () => {
    const { choose, section, field, ask, answered } = phone(app);
    await choose("Chặn trợ lý");
    await section.getByText("Anh/chị đã chặn trợ lý.").waitFor();
    expect(await field.isVisible()).toBe(false);
    await answered(() => section.getByRole("button", { name: "Bỏ chặn" }).click());
    expect(await (await ask(QUESTION)).textContent()).toContain("12.000 đồng");
  });

  it("takes a photo, a place and forwarded words", async () => {
    const { choose, answered, section } = phone(app);
    await answered(() => choose("Gửi ảnh giấy tiếp nhận"));
    const photo = section.locator(".me img").last();
    await until(() => photo.evaluate((image) => Reflect.get(image, "naturalWidth") === 600));
    await answered(() => choose("Chia sẻ vị trí"));
    await answered(() => choose("Chuyển tiếp tin của Cô Ba"));
    expect(await section.getByText("Chuyển tiếp từ Cô Ba").count()).toBeGreaterThan(0);
  });

  it("is another person's when it is handed over, with a talk of their own", async () => {
    const { ask, becomes, answers, section } = phone(app);
    await ask(QUESTION);
    await becomes("Chú Tư");
    await section.getByText("Máy của Chú Tư").waitFor();
    expect(await answers.count()).toBe(0);
    await becomes("Lan");
    await answers.first().waitFor();
  });

  it("still shows the talk after loading the page again", async () => {
    const { ask, answers } = phone(app);
    await ask(QUESTION);
    const count = await answers.count();
    await page.reload();
    await answers.nth(count - 1).waitFor();
    expect(await answers.count()).toBe(count);
  });
});

describe("the demo's page", () => {
  it("can be used by keyboard alone", async () => {
    await open(1_280, 860);
    const { section, field } = phone("Telegram");
    await section.locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Gửi ảnh giấy tiếp nhận");
    await page.keyboard.press("Escape");
    expect(await section.locator(".menu").getAttribute("open")).toBeNull();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
    await field.focus();
    await page.keyboard.type("một");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("hai");
    expect(await field.inputValue()).toBe("một\nhai");
  });

  it("names every control, and both logs", async () => {
    await open(1_280, 860);
    await phone("Zalo").ask(QUESTION);
    const buttons = await page
      .locator("button, summary")
      .evaluateAll((all) => all.map((one) => one.textContent?.trim()));
    expect(buttons.filter((name) => !name)).toEqual([]);
    for (const app of ["Zalo", "Telegram"]) {
      expect(await page.getByRole("log", { name: `Các tin nhắn trên ${app}` }).count()).toBe(1);
    }
  });

  it("writes the code of a sample dossier into the phone last used, on a small screen too", async () => {
    await open(390, 780);
    await page.getByRole("button", { name: "Telegram", exact: true }).click();
    const { field } = phone("Telegram");
    await field.focus();
    await page.getByRole("button", { name: "Đường truyền" }).click();
    await page.getByText("Hồ sơ mẫu để tra cứu").click();
    await page.getByRole("button", { name: CODES.processing }).click();
    expect(await field.inputValue()).toBe(CODES.processing);
    expect(await field.isVisible()).toBe(true);
  });

  it("shows one thing at a time on a small screen, none wider than it", async () => {
    await open(390, 780);
    const overflow = () => page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
    for (const [name, part] of [
      ["Zalo", ".zalo"],
      ["Telegram", ".telegram"],
      ["Đường truyền", ".wire"],
    ] as const) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(await page.locator(part).isVisible()).toBe(true);
      expect(await page.locator("main > :visible").count()).toBe(1);
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
  });

  it("has both phones beside each other on a desktop", async () => {
    await open(1_280, 860);
    const [zalo, telegram] = await Promise.all([
      page.locator(".zalo").boundingBox(),
      page.locator(".telegram").boundingBox(),
    ]);
    expect(zalo && telegram && zalo.x + zalo.width < telegram.x).toBe(true);
    expect(zalo?.y).toBe(telegram?.y);
  });
});
