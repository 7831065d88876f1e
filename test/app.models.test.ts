import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApp } from "../src/app.ts";
import { openAssistant } from "../src/assistant.ts";
import { fileOf, folderWith, procedureFile, put } from "./knowledge/folder.ts";
import { embeds, fails, type StandIn, startStandIn, streams } from "./models/stand-in.ts";
import { settingsFor, surroundings } from "./surroundings.ts";

const QUESTION = "lệ phí của thủ tục 1.000894";
const FILES = {
  "procedures/ho-tich/1.001193.md": procedureFile(),
  "procedures/ho-tich/1.000894.md": fileOf("1.000894", {
    name: "Đăng ký kết hôn",
    fees: "\n  - when: Kết hôn trong nước\n    amount: 12000",
  }),
};

let service: StandIn;
beforeAll(async () => {
  service = await startStandIn();
});
afterAll(() => service.stop());

function message(text: string, id = text) {
  return { id, channel: "web", person: "a", text, at: new Date("2026-11-24T03:00:00Z") };
}

async function assistantWith(env: Record<string, string>) {
  const folder = folderWith(FILES);
  const world = surroundings();
  const settings = settingsFor([folder], env);
  return { folder, world, settings, assistant: await openAssistant(settings, world) };
}

describe("with a language model", () => {
  const open = () => assistantWith({ LLM_BASE_URL: service.baseUrl, LLM_MODEL: "small", LLM_API_KEY: "key" });

  it("shows the model's words with the source line, and gives it the sources alone", async () => {
    const { assistant } = await open();
    service.script(streams("Dạ, kết hôn trong nước ", "thu 12.000 đồng."));
    const { text } = await assistant.answer(message(QUESTION));
    expect(text).toMatch(/^Dạ, kết hôn trong nước thu 12\.000 đồng\.\n\nNguồn: .*1\.000894\.md/);
    expect(service.asked[0]).toMatchObject({ authorization: "Bearer key", body: { model: "small" } });
    expect(JSON.stringify(service.asked[0]?.body)).toContain("12.000 đồng");
  });

  it.each([
    ["invents a number", streams("Dạ, thu 15.000 đồng.")],
    ["fails", fails(500, "away")],
  ])("shows the composed answer when the model %s, and logs why", async (_, answer) => {
    const { assistant, world } = await open();
    service.script(answer);
    const { text } = await assistant.answer(message(QUESTION));
    expect(text).toContain("12.000 đồng");
    expect(text).not.toContain("15.000");
    expect(world.logged).toContainEqual(expect.objectContaining({ msg: "the model's answer is not shown" }));
    expect(JSON.stringify(world.logged)).not.toContain("15.000");
  });
});

describe("with an embedding model", () => {
  const open = () => assistantWith({ EMBED_BASE_URL: service.baseUrl, EMBED_MODEL: "vectors" });
  /** Weddings lie in one direction, everything else in the other. */
  const wedding = embeds((text) => (/cưới|kết hôn/i.test(text) ? [1, 0.1] : [0.1, 1]));
  const first = async ({ assistant }: Awaited<ReturnType<typeof open>>, id: string) =>
    (await assistant.answer(message("đám cưới", id))).procedures[0]?.code;

  it("finds by meaning what words do not find", async () => {
    const opened = await open();
    service.script(wedding);
    await opened.assistant.joinMeaning();
    expect(await first(opened, "1")).toBe("1.000894");
  });

  it("goes on with words alone while the model is away, and says so in the log", async () => {
    const { assistant, world } = await open();
    service.script(fails(500, "away"));
    await assistant.joinMeaning();
    expect((await assistant.answer(message(QUESTION))).status).toBe("answered");
    expect(world.logged).toContainEqual(
      expect.objectContaining({ level: 40, code: "embedder_failed", msg: expect.stringContaining("words alone") }),
    );
  });

  it("keeps the vectors for the next start", async () => {
    const { assistant, settings } = await open();
    service.script(wedding);
    await assistant.joinMeaning();
    service.script(fails(500, "not to be asked"));
    const again = await openAssistant(settings, surroundings());
    await again.joinMeaning();
    expect(service.asked).toEqual([]);
  });

  it("joins again when the knowledge changes", async () => {
    const { folder, settings } = await open();
    service.script(wedding);
    const app = await createApp(settings, surroundings());
    await app.start();
    await vi.waitFor(() => expect(service.asked.length).toBeGreaterThan(0), { timeout: 10_000 });
    service.script(wedding);
    put(folder, "procedures/ho-tich/1.001193.md", procedureFile({ name: "Đăng ký khai sinh lưu động" }));
    await vi.waitFor(() => expect(JSON.stringify(service.asked)).toContain("lưu động"), { timeout: 10_000 });
    await app.stop();
  });
});
