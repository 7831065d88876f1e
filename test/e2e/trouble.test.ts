import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { QUESTION, setStage } from "./stage.ts";

const stage = setStage();

describe("trouble", () => {
  const fail = (route: Route) =>
    route.fulfill({ status: 500, json: { error: "internal", message: "Hệ thống đang có trục trặc." } });

  it("keeps the draft when the server fails, and sends it again as the same message", async () => {
    const ids: unknown[] = [];
    await stage.onAsk((route) => {
      ids.push(route.request().postDataJSON().id);
      return ids.length === 1 ? fail(route) : route.continue();
    });
    await stage.field().fill(QUESTION);
    await stage.field().press("Enter");
    const alert = stage.page.getByRole("alert");
    await alert.getByText("Hệ thống đang có trục trặc.").waitFor();
    expect(await stage.field().inputValue()).toBe(QUESTION);
    expect(await stage.page.locator(".you").count()).toBe(0);
    await alert.getByRole("button", { name: "Gửi lại" }).click();
    await stage.lastAnswer().waitFor();
    expect(await stage.field().inputValue()).toBe("");
    expect(await alert.textContent()).toBe("");
    expect(ids[1]).toBe(ids[0]);
  });

  it("keeps the draft when there is no network, and after loading the page again", async () => {
    await stage.onAsk((route) => route.abort());
    await stage.field().fill(QUESTION);
    await stage.field().press("Enter");
    await stage.page.getByText("Chưa kết nối được").waitFor();
    await stage.page.reload();
    expect(await stage.field().inputValue()).toBe(QUESTION);
  });

  it("sends a pressed button again", async () => {
    await stage.ask(QUESTION);
    let count = 0;
    await stage.onAsk((route) => (++count === 1 ? fail(route) : route.continue()));
    await stage.page.locator("#choices").getByRole("button", { name: "Thời hạn" }).click();
    await stage.page.getByRole("button", { name: "Gửi lại" }).click();
    await stage.answers().nth(1).waitFor();
    expect(await stage.lastAnswer().textContent()).toContain("trong ngày làm việc");
  });

  it("asks only once, however often one presses while waiting", async () => {
    const waiting: Route[] = [];
    await stage.onAsk((route) => waiting.push(route));
    await stage.field().fill(QUESTION);
    for (let i = 0; i < 3; i++) await stage.field().press("Enter");
    await stage.page.getByRole("button", { name: "Gửi", exact: true }).click({ force: true });
    await stage.page.getByRole("button", { name: "Đăng ký tạm trú" }).click({ force: true });
    expect(await stage.page.locator("#pending").textContent()).toBe("Đang gửi…");
    expect(waiting).toHaveLength(1);
    await waiting[0]?.continue();
    await stage.lastAnswer().waitFor();
    await stage.page.locator("#pending:empty").waitFor({ state: "attached" });
    expect(await stage.page.locator("#pending").textContent()).toBe("");
    expect(await stage.answers().count()).toBe(1);
  });

  it("tells that the network is slow, and gives up in the end", async () => {
    await stage.page.clock.install();
    await stage.onAsk(() => {});
    await stage.field().fill(QUESTION);
    await stage.field().press("Enter");
    await stage.page.clock.fastForward(7_000);
    expect(await stage.page.locator("#pending").textContent()).toContain("Mạng đang chậm");
    await stage.page.clock.fastForward(24_000);
    await stage.page.getByText("Mạng chậm quá nên câu hỏi chưa gửi được").waitFor();
    expect(await stage.field().inputValue()).toBe(QUESTION);
  });
});
