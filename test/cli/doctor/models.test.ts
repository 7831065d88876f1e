import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChatModel, checkEmbedder } from "../../../src/cli/doctor/models.ts";
import { readSettings } from "../../../src/config.ts";
import { embeds, fails, type StandIn, startStandIn, streams } from "../../models/stand-in.ts";

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const settings = () =>
  readSettings({
    LLM_BASE_URL: standIn.baseUrl,
    LLM_MODEL: "small",
    EMBED_BASE_URL: standIn.baseUrl,
    EMBED_MODEL: "vectors",
  });

describe("checkChatModel", () => {
  it("is off without one", async () => expect((await checkChatModel(readSettings({}))).verdict).toBe("off"));

  it("is content with any word", async () => {
    standIn.script(streams("có"));
    expect(await checkChatModel(settings())).toEqual({ about: "LLM_MODEL", verdict: "ok", says: "small" });
  });

  it("is not content with silence", async () => {
    standIn.script(streams(" "));
    expect(await checkChatModel(settings())).toMatchObject({
      verdict: "broken",
      says: expect.stringContaining("an empty answer"),
    });
  });

  it("says why it was refused, and that the service goes on", async () => {
    standIn.script(fails(401, "no such key"));
    const finding = await checkChatModel(settings());
    expect(finding).toMatchObject({
      about: "LLM_BASE_URL",
      verdict: "broken",
      remedy: expect.stringContaining("without it"),
    });
    expect(finding.says).toContain("401");
  });
});

describe("checkEmbedder", () => {
  it("is off without one", async () => expect((await checkEmbedder(readSettings({}))).verdict).toBe("off"));

  it("tells the dimensions", async () => {
    standIn.script(embeds(() => [1, 0, 0]));
    expect(await checkEmbedder(settings())).toMatchObject({
      verdict: "ok",
      says: expect.stringContaining("vectors, 3 "),
    });
  });

  it("says that there is no such model", async () => {
    standIn.script(fails(404, "no such model"));
    expect(await checkEmbedder(settings())).toMatchObject({ about: "EMBED_BASE_URL", verdict: "broken" });
  });
});
