import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Assistant, openAssistant } from "../../src/assistant.ts";
import { settingsFor, surroundings } from "../surroundings.ts";

const html = readFileSync(new URL("../../src/web/page/index.html", import.meta.url), "utf8");
const TOPICS = [...html.matchAll(/data-ask="([^"]+)"/g)].map(([, question]) => question as string);

describe("the topics on the first screen", () => {
  let assistant: Assistant;
  const world = surroundings();
  beforeAll(async () => {
    assistant = await openAssistant(settingsFor(["knowledge"]), world);
  });

  it("are five or six", () => {
    expect([5, 6]).toContain(TOPICS.length);
  });

  it.each(TOPICS)("lead somewhere with the shipped knowledge: %s", async (text) => {
    const { newId, now } = world;
    const reply = await assistant.answer({ id: newId(), channel: "web", person: newId(), text, at: now() });
    expect(["answered", "case", "choices"]).toContain(reply.status);
  });
});
