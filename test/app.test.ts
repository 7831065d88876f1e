import { createServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type App, createApp } from "../src/app.ts";
import { openAssistant } from "../src/assistant.ts";
import { fileOf, folderWith, procedureFile, put } from "./knowledge/folder.ts";
import { settingsFor, surroundings, type TestSurroundings } from "./surroundings.ts";

const FILES = {
  "procedures/ho-tich/1.001193.md": procedureFile(),
  "procedures/ho-tich/1.000894.md": fileOf("1.000894", {
    name: "Đăng ký kết hôn",
    who: "Hai bên nam, nữ",
    fees: "\n  - when: Kết hôn trong nước\n    amount: 12000",
    result: "Giấy chứng nhận kết hôn",
  }),
};
const PATH = "procedures/ho-tich/1.001193.md";

/** The code leaves no doubt about what is meant, however small the folder. */
const MARRIAGE = "lệ phí của thủ tục 1.000894";

function message(text: string, changes: { id?: string; person?: string; channel?: string } = {}) {
  return { id: text, channel: "web", person: "a", text, at: new Date("2026-11-24T03:00:00Z"), ...changes };
}

async function assistantOver(files: Record<string, string> = FILES, world: TestSurroundings = surroundings()) {
  const folder = folderWith(files);
  return { folder, world, assistant: await openAssistant(settingsFor([folder]), world) };
}

describe("openAssistant", () => {
  it("answers from the folder, with the source", async () => {
    const { assistant } = await assistantOver();
    const reply = await assistant.answer(message(MARRIAGE));
    expect(reply.status).toBe("answered");
    expect(reply.procedures[0]?.code).toBe("1.000894");
    expect(reply.text).toContain("12.000 đồng");
    expect(reply.sources.some(({ file }) => file === "procedures/ho-tich/1.000894.md")).toBe(true);
  });

  it("remembers what was talked about, for each person of each channel", async () => {
    const { assistant } = await assistantOver();
    await assistant.answer(message(MARRIAGE));
    const followUp = { id: "2" };
    const same = await assistant.answer(message("còn thời hạn?", followUp));
    const other = await assistant.answer(message("còn thời hạn?", { ...followUp, person: "b" }));
    const elsewhere = await assistant.answer(message("còn thời hạn?", { ...followUp, channel: "console" }));
    expect(same.text).toContain("Đăng ký kết hôn");
    expect(other.text).not.toContain("Đăng ký kết hôn");
    expect(elsewhere).toEqual(other);
  });

  it("gives officers, and nobody else, the basis and a draft to send on", async () => {
    const settings = settingsFor([folderWith(FILES)], { OFFICERS: "telegram:99" });
    const { answer } = await openAssistant(settings, surroundings());
    const ask = (channel: string, person: string) => answer(message(MARRIAGE, { channel, person }));
    expect((await ask("telegram", "99")).text).toContain("TIN GỬI NGƯỜI DÂN");
    for (const [channel, person] of [
      ["telegram", "98"],
      ["zalo", "99"],
    ] as const) {
      expect((await ask(channel, person)).text).not.toContain("TIN GỬI NGƯỜI DÂN");
    }
  });

  it("forgets a conversation after two silent hours", async () => {
    const { assistant, world } = await assistantOver();
    await assistant.answer(message(MARRIAGE));
    world.clock.forward(2 * 3_600_000);
    const reply = await assistant.answer(message("còn thời hạn?"));
    expect(reply.text).not.toContain("Đăng ký kết hôn");
  });

  it("answers a message that comes twice only once", async () => {
    const { assistant } = await assistantOver();
    const first = await assistant.answer(message(MARRIAGE, { id: "1" }));
    expect(await assistant.answer(message(MARRIAGE, { id: "1" }))).toBe(first);
    expect(await assistant.answer(message(MARRIAGE, { id: "2" }))).not.toBe(first);
  });

  it("answers the messages of one person in their order, even when they come at once", async () => {
    const { assistant } = await assistantOver();
    const [, second] = await Promise.all([
      assistant.answer(message(MARRIAGE)),
      assistant.answer(message("còn thời hạn?")),
    ]);
    expect(second.text).toContain("Đăng ký kết hôn");
  });

  it.each([
    "",
    "😀😀",
    "a\u0000b",
    "\ud800",
    "x".repeat(20_000),
    "<script>alert(1)</script>",
    "\u200b\u202e",
    "#p/9.9/fee",
  ])("has a polite reply to %j", async (text) => {
    const { assistant } = await assistantOver();
    const reply = await assistant.answer(message(text));
    expect(reply.text).toMatch(/anh\/chị/i);
    expect(reply.text).not.toContain("<script>");
    expect(reply.text.isWellFormed()).toBe(true);
  });

  it("logs what is wrong in the knowledge", async () => {
    const { world } = await assistantOver({ ...FILES, "procedures/x/2.000635.md": "hỏng" });
    expect(world.logged).toContainEqual(
      expect.objectContaining({ level: 40, file: expect.stringContaining("2.000635.md"), line: 1 }),
    );
  });

  it("refuses to start without knowledge", async () => {
    await expect(openAssistant(settingsFor([folderWith({})]), surroundings())).rejects.toMatchObject({
      code: "no_knowledge",
    });
  });
});

describe("watching", () => {
  let stop = async () => {};
  afterEach(() => stop());

  /** Asks until the answer says so: files are noticed in their own time. */
  function soon(check: () => unknown): Promise<void> {
    return vi.waitFor(async () => void (await check()), { timeout: 10_000, interval: 50 });
  }

  it("answers from changed files without a restart", async () => {
    const { assistant, folder, world } = await assistantOver();
    stop = await assistant.watch();
    put(folder, PATH, procedureFile({ name: "Đăng ký khai sinh lưu động" }));
    await soon(async () => {
      const { text } = await assistant.answer(message("khai sinh lưu động", { id: world.newId() }));
      expect(text).toContain("Đăng ký khai sinh lưu động");
    });
    expect(world.logged).toContainEqual(expect.objectContaining({ procedures: 2 }));
  });

  it("keeps answering from the last good version of a broken file, and logs the fault", async () => {
    const { assistant, folder, world } = await assistantOver();
    stop = await assistant.watch();
    put(folder, "procedures/ho-tich/1.000894.md", "---\nhỏng");
    await soon(() =>
      expect(world.logged).toContainEqual(expect.objectContaining({ file: expect.stringContaining("1.000894") })),
    );
    const reply = await assistant.answer(message(MARRIAGE));
    expect(reply.text).toContain("12.000 đồng");
  });
});

describe("createApp", () => {
  let app: App;
  afterEach(() => app.stop());

  async function appOver(env: Record<string, string> = {}): Promise<App> {
    app = await createApp(settingsFor([folderWith(FILES)], env), surroundings());
    return app;
  }

  it("is ready when it listens, and no longer when it stops", async () => {
    const { server, start, stop } = await appOver();
    expect((await server.inject("/healthz")).statusCode).toBe(503);
    const address = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    await stop();
    await expect(fetch(`${address}healthz`)).rejects.toThrow();
  });

  it("serves the page, and answers its questions by the stream", async () => {
    const address = await (await appOver()).start();
    expect(await (await fetch(address)).text()).toContain("<!doctype html>");
    const response = await fetch(`${address}api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: MARRIAGE, id: "1" }),
    });
    expect([response.status, await response.json()]).toEqual([202, { id: "1" }]);
    const [cookie = ""] = (response.headers.get("set-cookie") ?? "").split(";");
    const headers = { cookie, accept: "text/event-stream" };
    const { body } = await fetch(`${address}api/stream`, { headers });
    let said = "";
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      said += chunk;
      if (said.includes("12.000 đồng")) break;
    }
    expect(said).toContain(MARRIAGE);
  });

  it("fails to start where another program listens", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const { start } = await appOver({ PORT: String(port) });
    await expect(start()).rejects.toMatchObject({ code: "EADDRINUSE" });
    await new Promise((resolve) => other.close(resolve));
  });
});
