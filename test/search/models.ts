import type { Embedder } from "../../src/core/models.ts";

/** A model whose meaning is a list of words: each is one direction. It counts what it is asked. */
export class WordModel implements Embedder {
  readonly asked: string[] = [];
  readonly model: string;
  fails = false;
  readonly #directions: readonly string[];

  constructor(directions: readonly string[], model = "words-1") {
    this.#directions = directions;
    this.model = model;
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (this.fails) throw new Error("no network");
    this.asked.push(...texts);
    return texts.map((text) =>
      unit(
        this.#directions.map((words) =>
          words.split("|").some((word) => text.toLowerCase().includes(word)) ? 1 : 0.05,
        ),
      ),
    );
  }
}

/** A model that gives every text a direction of its own, the same at every run. */
export class HashModel implements Embedder {
  readonly model = "hash-1";
  asked = 0;
  readonly #dimensions: number;

  constructor(dimensions = 16) {
    this.#dimensions = dimensions;
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.asked += texts.length;
    return texts.map((text) => unit(hashed(text, this.#dimensions)));
  }
}

/** Numbers between −1 and 1 that follow from the text alone (xorshift over an FNV-1a hash). */
function hashed(text: string, count: number): number[] {
  let state = 2_166_136_261;
  for (const unit of text) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 16_777_619);
  return Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  });
}

function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (value) => value / length);
}
