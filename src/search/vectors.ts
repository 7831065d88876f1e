import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import hnswlib from "hnswlib-node";
import { z } from "zod";
import type { Embedder } from "../core/models.ts";
import type { Chunk } from "./chunks.ts";

/**
 * What must be true of a vector file before it is loaded. hnswlib-node 3.0.0 checks none of it: a file of another size,
 * space or model loads silently and answers wrongly, and a changed byte can crash the process.
 */
const stored = z.object({
  format: z.literal(1),
  space: z.literal("cosine"),
  model: z.string(),
  dimensions: z.number().int().positive(),
  count: z.number().int().positive(),
  /** SHA-256 of all embedded texts in order. */
  texts: z.string(),
  /** SHA-256 of the vector file. */
  file: z.string(),
  /** Mean and spread of the similarity of unrelated passages under this model. */
  mean: z.number(),
  spread: z.number().positive(),
});
type Facts = z.infer<typeof stored>;

/** What `vectors.json` holds: the facts, and their own SHA-256. */
const manifest = z.object({ facts: stored, sha256: z.string() });

/** How many passages a look-up keeps in view: more is surer and slower. */
const EF = 64;

export interface Near {
  readonly code: string;
  /** How far above an unrelated passage this one lies, in standard deviations of the model. */
  readonly strength: number;
}

/** Nearest passages by a real embedding model. */
export class VectorIndex {
  private constructor(
    private readonly index: hnswlib.HierarchicalNSW,
    private readonly chunks: readonly Chunk[],
    private readonly facts: Facts,
  ) {
    // The file does not keep it.
    index.setEf(EF);
  }

  /**
   * Takes the index from `folder` when its manifest and checksums fit, else embeds every passage and writes it there.
   * @throws AppError `embedder_failed` when embedding is needed and fails
   */
  static async open(folder: string, chunks: readonly Chunk[], embedder: Embedder): Promise<VectorIndex> {
    const texts = sha256(JSON.stringify(chunks));
    const known = await readFacts(folder);
    if (known?.texts === texts && known.model === embedder.model && known.count === chunks.length) {
      const bytes = await readFile(join(folder, "vectors.hnsw")).catch(() => undefined);
      if (bytes !== undefined && sha256(bytes) === known.file) {
        const index = new hnswlib.HierarchicalNSW("cosine", known.dimensions);
        await index.readIndex(join(folder, "vectors.hnsw"), false);
        return new VectorIndex(index, chunks, known);
      }
    }
    return VectorIndex.build(folder, chunks, embedder, texts);
  }

  private static async build(
    folder: string,
    chunks: readonly Chunk[],
    embedder: Embedder,
    texts: string,
  ): Promise<VectorIndex> {
    const vectors = await embedder.embed(
      chunks.map(({ text }) => text),
      "passage",
    );
    const dimensions = vectors[0]?.length ?? 0;
    if (vectors.length !== chunks.length || vectors.some((vector) => vector.length !== dimensions)) {
      throw new TypeError("the embedding model returned vectors of different sizes");
    }
    const index = new hnswlib.HierarchicalNSW("cosine", dimensions);
    index.initIndex(chunks.length, 16, 200, 100);
    for (const [label, vector] of vectors.entries()) index.addPoint(Array.from(vector), label);
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `vectors.${process.pid}.new`);
    await index.writeIndex(draft);
    const file = sha256(await readFile(draft));
    const facts: Facts = {
      format: 1,
      space: "cosine",
      model: embedder.model,
      dimensions,
      count: chunks.length,
      texts,
      file,
      ...background(vectors),
    };
    await rm(join(folder, "vectors.json"), { force: true });
    await rename(draft, join(folder, "vectors.hnsw"));
    await writeFile(join(folder, "vectors.json"), JSON.stringify({ facts, sha256: sha256(JSON.stringify(facts)) }));
    return new VectorIndex(index, chunks, facts);
  }

  /** The procedures of the nearest passages, best passage each, strongest first. */
  near(query: Float32Array, limit: number): Near[] {
    if (query.length !== this.facts.dimensions) return [];
    const { neighbors, distances } = this.index.searchKnn(Array.from(query), Math.min(limit, this.chunks.length));
    const best = new Map<string, number>();
    neighbors.forEach((label, i) => {
      const code = this.chunks[label]?.code;
      const strength = (1 - (distances[i] as number) - this.facts.mean) / this.facts.spread;
      if (code !== undefined && strength > (best.get(code) ?? Number.NEGATIVE_INFINITY)) best.set(code, strength);
    });
    return [...best].map(([code, strength]) => ({ code, strength })).sort((a, b) => b.strength - a.strength);
  }
}

/** Similarity of passages far apart in the list, as mean and standard deviation. */
function background(vectors: readonly Float32Array[]): { mean: number; spread: number } {
  const step = Math.max(1, Math.floor(vectors.length / 2));
  const seen = vectors.slice(0, 2_000).map((vector, i) => {
    const other = vectors[(i + step) % vectors.length] as Float32Array;
    return vector.reduce((sum, value, d) => sum + value * (other[d] as number), 0);
  });
  const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
  const variance = seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length;
  return { mean, spread: Math.max(0.01, Math.sqrt(variance)) };
}

async function readFacts(folder: string): Promise<Facts | undefined> {
  try {
    const known = manifest.parse(JSON.parse(await readFile(join(folder, "vectors.json"), "utf8")));
    return known.sha256 === sha256(JSON.stringify(known.facts)) ? known.facts : undefined;
  } catch {
    return undefined;
  }
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
