import { describe, expect, it } from "vitest";
import { QUESTION, setStage } from "./stage.ts";

const stage = setStage();

describe("asking", () => {
  it("shows the answer, its source, and the quote on request", async () => {
    await stage.ask(QUESTION);
    expect(await stage.lastAnswer().getByRole("heading").textContent()).toBe("Đăng ký kết hôn");
    expect(await stage.lastAnswer().getByRole("listitem").textContent()).toContain("12.000 đồng");
    expect(await stage.lastAnswer().locator(".source").textContent()).toMatch(
      /^Nguồn: procedures\/ho-tich\/1\.000894\.md/,
    );
    await stage.page.locator("#choices").getByRole("button", { name: "Trích nguyên văn" }).click();
    await stage.answers().nth(1).waitFor();
    expect(await stage.lastAnswer().textContent()).toMatch(/“.*”.*procedures\/ho-tich\/1\.000894\.md › Lệ phí/s);
  });

  it("goes on by the buttons of the last reply, which replace those before", async () => {
    await stage.ask(QUESTION);
    const button = stage.page.locator("#choices").getByRole("button", { name: "Thời hạn" });
    await button.click();
    await stage.answers().nth(1).waitFor();
    expect(await stage.lastAnswer().textContent()).toContain("trong ngày làm việc");
    expect(await stage.page.locator(".you").last().textContent()).toContain("Thời hạn");
    expect(await button.count()).toBe(0);
    expect(await stage.page.locator("#choices").getByRole("button").count()).toBeGreaterThan(0);
  });

  it("goes on by a follow-up in words", async () => {
    await stage.ask(QUESTION);
    await stage.ask("còn thời hạn?");
    expect(await stage.lastAnswer().getByRole("heading").textContent()).toBe("Đăng ký kết hôn");
  });

  it("begins with a topic of the first screen", async () => {
    await stage.page.getByRole("button", { name: "Làm giấy khai sinh cho con" }).click();
    await stage.lastAnswer().waitFor();
    expect(await stage.page.locator(".you").textContent()).toContain("Làm giấy khai sinh cho con");
  });

  it("shows markup as text, whoever wrote it", async () => {
    await stage.ask(`<img src=x onerror="document.title='hacked'"> ${QUESTION}`);
    expect(await stage.page.locator(".you").textContent()).toContain("<img src=x");
    expect(await stage.lastAnswer().textContent()).toContain("<b>không</b> thu thêm");
    expect(await stage.page.locator("#log img, #log b").count()).toBe(0);
    expect(await stage.page.title()).not.toBe("hacked");
  });

  it.each([
    ["emoji only", "😀😀"],
    ["20,000 characters", "x".repeat(20_000)],
    ["a lone surrogate", "\ud800"],
  ])("gets a polite reply to %s", async (_, text) => {
    await stage.ask(text);
    expect(await stage.lastAnswer().textContent()).toMatch(/anh\/chị/i);
  });

  it("sends nothing when there is nothing to send", async () => {
    let sent = 0;
    await stage.onAsk((route) => {
      sent++;
      return route.continue();
    });
    for (const text of ["", "   ", "\n"]) {
      await stage.field().fill(text);
      await stage.field().press("Enter");
    }
    expect(sent).toBe(0);
  });
});
