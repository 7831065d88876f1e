import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { AppError } from "../../src/core/errors.ts";
import { fill, loadWords } from "../../src/skills/words.ts";

const SHIPPED = join(import.meta.dirname, "../../prompts/vi.yaml");

/** The shipped words with something done to them. */
async function changed(change: (words: Record<string, Record<string, unknown>>) => void): Promise<string> {
  const words = parse(await readFile(SHIPPED, "utf8"));
  change(words);
  const path = join(await mkdtemp(join(tmpdir(), "words-")), "vi.yaml");
  await writeFile(path, stringify(words));
  return path;
}

/** Every sentence below a value. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
}

describe("loadWords", () => {
  it("reads the shipped words", async () => {
    const words = await loadWords(SHIPPED);
    expect(words.answer.facets.fee).toBe("Lệ phí");
    expect(words.smalltalk.popular.length).toBeGreaterThan(0);
  });

  it("names the sentence that is missing", async () => {
    const path = await changed((words) => delete words.clarify?.empty);
    await expect(loadWords(path)).rejects.toThrow(/clarify\.empty/);
  });

  it("refuses a sentence that nothing says", async () => {
    const path = await changed((words) => Object.assign(words.clarify ?? {}, { extra: "?" }));
    await expect(loadWords(path)).rejects.toThrow(/extra/);
  });

  it("refuses an empty sentence", async () => {
    const path = await changed((words) => Object.assign(words.clarify ?? {}, { empty: "  " }));
    await expect(loadWords(path)).rejects.toMatchObject({ code: "words_invalid" });
  });

  it("is a coded error when there is no file", async () => {
    const error = await loadWords("/nowhere/vi.yaml").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).citizen).not.toMatch(/nowhere/);
  });
});

describe("the shipped words", () => {
  it("are plain text without markup", async () => {
    for (const sentence of sentencesOf(await loadWords(SHIPPED))) expect(sentence).not.toMatch(/[<>*`]|\]\(/);
  });

  it("give every emergency a number to call first", async () => {
    const { emergency } = (await loadWords(SHIPPED)).safety;
    for (const sentence of Object.values(emergency)) expect(sentence.split("\n")[0]).toMatch(/\b11[1-5]\b/);
  });

  it("never ask for a secret", async () => {
    for (const sentence of sentencesOf(await loadWords(SHIPPED)))
      expect(sentence).not.toMatch(/(?:gửi|nhập|cho em) (?:mã OTP|mật khẩu)(?! cho ai)/i);
  });
});

describe("fill", () => {
  it("puts values in their places", () => {
    expect(fill("{a} rồi {b}, lại {a}", { a: "một", b: "hai" })).toBe("một rồi hai, lại một");
  });

  it("leaves a place without a value", () => {
    expect(fill("{a} {b}", { a: "một" })).toBe("một {b}");
  });

  it("does not fill places inside values", () => {
    expect(fill("{a}", { a: "{b}", b: "hai" })).toBe("{b}");
  });
});
