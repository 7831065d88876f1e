import { describe, expect, it } from "vitest";
import { openAssistant } from "../../../src/assistant.ts";
import { createAsker } from "../../../src/cli/ask/asker.ts";
import { fileOf, folderWith, procedureFile } from "../../knowledge/folder.ts";
import { settingsFor, surroundings } from "../../surroundings.ts";

const OLD = "1.014061";

async function asker(clock: () => number = () => 0) {
  const folder = folderWith({
    "procedures/a/1.001193.md": procedureFile(),
    "procedures/a/1.000894.md": fileOf("1.000894", {
      name: "Đăng ký kết hôn",
      replaces: `\n  - code: "${OLD}"\n    from: 2026-08-17`,
    }),
  });
  const world = surroundings();
  return createAsker(await openAssistant(settingsFor([folder]), world), world, clock);
}

describe("createAsker", () => {
  it("gives the whole answer under the question's id", async () => {
    const ask = await asker();
    const answer = await ask({ id: "q1", text: "thời hạn của thủ tục 1.001193" });
    expect(Object.keys(answer)).toEqual(["id", "status", "procedures", "facets", "text", "buttons", "sources", "ms"]);
    expect(answer).toMatchObject({ id: "q1", status: "answered", facets: ["time"] });
    expect(answer.procedures[0]).toMatchObject({ code: "1.001193", name: "Đăng ký khai sinh" });
    expect(answer.sources).toContainEqual(
      expect.objectContaining({ code: "1.001193", file: "procedures/a/1.001193.md", heading: "Thời hạn" }),
    );
  });

  it("names the old codes that a procedure has replaced", async () => {
    const ask = await asker();
    const { procedures } = await ask({ id: 1, text: "đăng ký kết hôn" });
    expect(procedures.find(({ code }) => code === "1.000894")).toMatchObject({ replaces: [OLD] });
    expect(procedures.find(({ code }) => code === "1.001193")).not.toHaveProperty("replaces");
  });

  it("keeps the context of a session, and of nothing else", async () => {
    const ask = await asker();
    await ask({ id: 1, text: "lệ phí của thủ tục 1.000894", session: "s" });
    await ask({ id: 2, text: "lệ phí của thủ tục 1.001193" });
    expect((await ask({ id: 3, text: "còn thời hạn?", session: "s" })).text).toContain("Đăng ký kết hôn");
    expect((await ask({ id: 4, text: "còn thời hạn?" })).text).not.toContain("Đăng ký");
    expect((await ask({ id: 5, text: "còn thời hạn?", session: "t" })).text).not.toContain("Đăng ký");
  });

  it("measures the time in milliseconds", async () => {
    const times = [10, 12.345];
    const ask = await asker(() => times.shift() ?? 0);
    expect((await ask({ id: 1, text: "khai sinh" })).ms).toBe(2.3);
  });
});
