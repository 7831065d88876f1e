import { describe, expect, it } from "vitest";
import { QUESTION, setStage } from "./stage.ts";

const stage = setStage();

describe("by keyboard alone", () => {
  it("asks, reads and presses a button", async () => {
    await stage.page.keyboard.press("Tab");
    expect(await stage.page.evaluate("document.activeElement.textContent")).toBe("Đến ô nhập câu hỏi");
    await stage.page.keyboard.press("Enter");
    await stage.page.keyboard.type(QUESTION);
    await stage.page.keyboard.press("Enter");
    await stage.lastAnswer().waitFor();
    await stage.page.keyboard.press("Shift+Tab");
    const pressed = await stage.page.evaluate(
      "document.activeElement.closest('#choices') && document.activeElement.textContent",
    );
    expect(pressed).toBeTruthy();
    await stage.page.keyboard.press("Enter");
    await stage.answers().nth(1).waitFor();
    expect(await stage.page.evaluate("document.activeElement.className")).toBe("bot");
  });

  it("breaks a line with Shift and Enter instead of sending", async () => {
    await stage.field().focus();
    await stage.page.keyboard.type("một");
    await stage.page.keyboard.press("Shift+Enter");
    await stage.page.keyboard.type("hai");
    expect(await stage.field().inputValue()).toBe("một\nhai");
    expect(await stage.page.locator(".you").count()).toBe(0);
  });

  it("shows where the focus is", async () => {
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("Tab");
    const outline = await stage.page.evaluate<string>("getComputedStyle(document.activeElement).outlineWidth");
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  });
});

describe("for weak eyes and small screens", () => {
  it("has large print that stays", async () => {
    const size = () => stage.page.evaluate<number>("Number.parseFloat(getComputedStyle(document.body).fontSize)");
    const before = await size();
    const button = stage.page.getByRole("button", { name: "Chữ to" });
    await button.click();
    expect(await size()).toBeGreaterThanOrEqual(before * 1.3);
    await stage.page.reload();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(await size()).toBeGreaterThanOrEqual(before * 1.3);
    await button.click();
    expect(await size()).toBe(before);
  });

  it.each([
    ["a screen of 320 px", 320, 640],
    ["400 % zoom", 320, 256],
  ])("needs no sideways scrolling on %s, with large print neither", async (_, width, height) => {
    await stage.open(width, height);
    await stage.page.getByRole("button", { name: "Chữ to" }).click();
    expect(await stage.overflow()).toBeLessThanOrEqual(0);
    await stage.ask("nộp trên mạng của thủ tục 1.000894");
    expect(await stage.lastAnswer().locator("a").count()).toBeGreaterThan(0);
  });

  it("leaves the answer room at 400 % zoom", async () => {
    await stage.open(320, 256);
    expect(await stage.page.evaluate("getComputedStyle(document.querySelector('form')).position")).toBe("static");
  });

  it("has targets of 44 px", async () => {
    await stage.ask(QUESTION);
    for (const target of await stage.page.locator("button:visible, textarea").all()) {
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
    }
  });

  it("names every control", async () => {
    await stage.ask(QUESTION);
    const names = await stage.page.locator("button:visible").evaluateAll((all) => all.map((one) => one.textContent));
    for (const name of names) expect(name?.trim()).toBeTruthy();
    expect(await stage.page.getByRole("log", { name: "Cuộc trò chuyện" }).count()).toBe(1);
    expect(await stage.page.locator("h1").count()).toBe(1);
  });
});
