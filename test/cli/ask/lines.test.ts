import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, AskedQuestion } from "../../../src/cli/ask/asker.ts";
import { answerLines, linesOf } from "../../../src/cli/ask/lines.ts";

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function answerTo({ id, text }: AskedQuestion): Answer {
  return { id, status: "answered", procedures: [], facets: [], text, buttons: [], sources: [], ms: 1 };
}

/** Runs the lines; what was asked and what came back. */
async function run(lines: readonly string[]) {
  const asked: AskedQuestion[] = [];
  const ask = async (question: AskedQuestion) => {
    asked.push(question);
    return answerTo(question);
  };
  const answers = await all(answerLines(each(lines), ask));
  return { asked, answers };
}

describe("answerLines", () => {
  it("answers each question, in order", async () => {
    const { answers } = await run(['{"id":"a","text":"một"}', '{"id":2,"text":"hai"}', '{"text":"ba"}']);
    expect(answers).toEqual([
      answerTo({ id: "a", text: "một" }),
      answerTo({ id: 2, text: "hai" }),
      answerTo({ id: null, text: "ba" }),
    ]);
  });

  it("hands the session on, and nothing that does not belong there", async () => {
    const { asked } = await run(['{"id":1,"text":"a","session":"s","more":true}', '{"id":2,"text":"b"}']);
    expect(asked).toEqual([
      { id: 1, text: "a", session: "s" },
      { id: 2, text: "b" },
    ]);
  });

  it("passes over blank lines", async () => {
    expect((await run(["", "  ", '{"text":"a"}\r', ""])).asked).toHaveLength(1);
  });

  it.each([
    ["not JSON", "{"],
    ["text: ", '{"id":1}'],
    ["text: ", '{"id":1,"text":7}'],
    ["id: ", '{"id":{},"text":"a"}'],
    ["session: ", '{"id":1,"text":"a","session":7}'],
    ["line: ", "[]"],
    ["line: ", "null"],
  ])("says %j of a bad line and goes on", async (reason, line) => {
    const { answers } = await run(["", line, '{"id":1,"text":"a"}']);
    expect(answers).toEqual([
      { id: null, status: "error", error: expect.stringContaining(`line 2: ${reason}`) },
      answerTo({ id: 1, text: "a" }),
    ]);
  });

  it("stops when asking fails", async () => {
    const answers = answerLines(each(['{"text":"a"}']), async () => {
      throw new Error("broken");
    });
    await expect(answers.next()).rejects.toThrow("broken");
  });
});

describe("linesOf", () => {
  const read = (chunks: readonly Uint8Array[]) => all(linesOf(each(chunks)));

  it("parts a text at line ends only, however it comes in", async () => {
    const text = fc.array(fc.constantFrom("a", "ế", "😀", "\n", "\r", "\u2028", '"')).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (content, size) => {
        const bytes = Buffer.from(content);
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        expect(await read(chunks)).toEqual(content.split("\n"));
      }),
    );
  });

  it("survives bytes that are no text", async () => {
    expect(await read([Uint8Array.of(0xff, 0xc3), Uint8Array.of(10, 0x61)])).toEqual(["\ufffd\ufffd", "a"]);
  });
});
