import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.ts";
import { LangChainEmbedder } from "../../src/models/embedder.ts";
import { embeds, fails, type StandIn, startStandIn } from "./stand-in.ts";

let service: StandIn;
beforeAll(async () => {
  service = await startStandIn();
});
beforeEach(() => service.script());
afterAll(() => service.stop());

function embedder(apiKey = "test-key"): LangChainEmbedder {
  return new LangChainEmbedder({ baseUrl: service.baseUrl, apiKey, model: "stand-in" });
}

/** A vector that tells the texts apart: the number at the end of the text, then 1. */
const numbered = embeds((text) => [Number(text.split(" ").at(-1)), 1]);
const angle = (vector: Float32Array | undefined) => Math.round((vector?.[0] ?? 0) / (vector?.[1] ?? 0));

describe("LangChainEmbedder", () => {
  it("gives one unit vector per text, in order", async () => {
    service.script(embeds((text) => (text === "một" ? [3, 4] : [0, -2])));
    const [one, two, ...rest] = await embedder().embed(["một", "hai"], "passage");
    expect(rest).toEqual([]);
    expect(one).toBeInstanceOf(Float32Array);
    expect([...(one ?? [])].map((value) => value.toFixed(4))).toEqual(["0.6000", "0.8000"]);
    expect([...(two ?? [])]).toEqual([0, -1]);
  });

  it.each(["query", "passage"] as const)("asks /v1/embeddings for plain numbers (%s)", async (kind) => {
    service.script(embeds(() => [1]));
    await embedder().embed(["khai sinh"], kind);
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]).toMatchObject({
      path: "/v1/embeddings",
      authorization: "Bearer test-key",
      body: { model: "stand-in", encoding_format: "float" },
    });
    expect([service.asked[0]?.body.input].flat()).toEqual(["khai sinh"]);
  });

  it.each(["query", "passage"] as const)("keeps the order over many texts (%s)", async (kind) => {
    service.script(numbered);
    const texts = Array.from({ length: 150 }, (_, i) => `đoạn ${i}`);
    const vectors = await embedder().embed(texts, kind);
    expect(vectors.map(angle)).toEqual(texts.map((_, i) => i));
  });

  it("sends passages in batches of 64", async () => {
    service.script(numbered);
    await embedder().embed(
      Array.from({ length: 150 }, (_, i) => `đoạn ${i}`),
      "passage",
    );
    expect(service.asked.map(({ body }) => (body.input as string[]).length)).toEqual([64, 64, 22]);
  });

  it.each(["query", "passage"] as const)("asks nothing for no texts (%s)", async (kind) => {
    expect(await embedder().embed([], kind)).toEqual([]);
    expect(service.asked).toHaveLength(0);
  });

  it("needs no key, and tells its model", async () => {
    service.script(embeds(() => [1, 0]));
    const one = embedder("");
    expect(one.model).toBe("stand-in");
    expect(await one.embed(["a"], "query")).toEqual([Float32Array.of(1, 0)]);
  });

  it.each(["query", "passage"] as const)("throws embedder_failed when refused (%s)", async (kind) => {
    service.script(fails(401, "wrong key"));
    const error = await embedder()
      .embed(["a"], kind)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "embedder_failed", message: expect.stringContaining("wrong key") });
    expect((error as AppError).citizen).not.toBe("");
  });

  it.each([
    ["zero", [0, 0]],
    ["empty", []],
    ["without numbers", [null, null]],
    ["too long to measure", [1e308, 1e308, 1e308, 1e308]],
  ])("throws embedder_failed on a vector that is %s", async (_, vector) => {
    service.script(embeds(() => vector));
    await expect(embedder().embed(["a"], "query")).rejects.toMatchObject({ code: "embedder_failed" });
  });

  it("throws embedder_failed when too few vectors come back", async () => {
    service.script((_, response) => {
      const data = [{ object: "embedding", index: 0, embedding: [1, 0] }];
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ object: "list", data }));
    });
    await expect(embedder().embed(["a", "b"], "passage")).rejects.toMatchObject({ code: "embedder_failed" });
  });

  it("throws embedder_failed when the vectors differ in length", async () => {
    service.script(embeds((text) => (text === "a" ? [1, 0] : [1, 0, 0])));
    await expect(embedder().embed(["a", "b"], "passage")).rejects.toMatchObject({ code: "embedder_failed" });
  });

  it("tries once more when the model is busy for a moment", async () => {
    service.script(
      fails(503, "busy"),
      embeds(() => [1]),
    );
    expect(await embedder().embed(["a"], "passage")).toHaveLength(1);
    expect(service.asked).toHaveLength(2);
  });
});
