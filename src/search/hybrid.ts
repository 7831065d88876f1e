import type { Snapshot } from "../core/knowledge.ts";
import type { Embedder } from "../core/models.ts";
import type { Ranking, Search, SearchOptions } from "../core/search.ts";
import { clean } from "../text/clean.ts";
import { chunksOf } from "./chunks.ts";
import { FEATURES } from "./features.ts";
import type { LexicalSearch } from "./index.ts";
import { type Candidate, rank } from "./rank.ts";
import { Restorer } from "./restore.ts";
import { type Near, VectorIndex } from "./vectors.ts";

/** Passages looked at for one question. */
const NEAR = 100;
/** What one standard deviation above unrelated passages adds to a score (in the ranker's nats), and the most it adds. */
const WEIGHT = 0.8;
const MOST = 6;

/**
 * Lexical search joined by meaning, where a real embedding model is configured. The two are fused by calibrated score:
 * similarity is measured in standard deviations of that model's own background, so its scale does not matter. When the
 * model does not answer, the lexical ranking stands alone.
 */
export class HybridSearch implements Search {
  readonly #lexical: LexicalSearch;
  readonly #snapshot: Snapshot;
  readonly #vectors: VectorIndex;
  readonly #embedder: Embedder;
  readonly #restorer: Restorer;
  readonly #failed: (error: unknown) => void;

  private constructor(
    lexical: LexicalSearch,
    snapshot: Snapshot,
    vectors: VectorIndex,
    { embedder, failed }: HybridOptions,
  ) {
    this.#lexical = lexical;
    this.#snapshot = snapshot;
    this.#vectors = vectors;
    this.#embedder = embedder;
    this.#failed = failed;
    this.#restorer = new Restorer(passages(snapshot).map(({ text }) => text));
  }

  /** Opens the vectors under `folder`, or embeds every passage first. @throws AppError `embedder_failed` */
  static async open(lexical: LexicalSearch, snapshot: Snapshot, options: HybridOptions): Promise<HybridSearch> {
    const vectors = await VectorIndex.open(options.folder, passages(snapshot), options.embedder);
    return new HybridSearch(lexical, snapshot, vectors, options);
  }

  async find(text: string, options: SearchOptions): Promise<Ranking> {
    const { question, candidates } = this.#lexical.candidates(text);
    const near = await this.#near(text);
    return rank(question, near.length === 0 ? candidates : this.#fuse(candidates, near), options);
  }

  async #near(text: string): Promise<readonly Near[]> {
    const asked = this.#restorer.restore(clean(text));
    if (asked === "") return [];
    try {
      const [vector] = await this.#embedder.embed([asked], "query");
      return vector === undefined ? [] : this.#vectors.near(vector, NEAR);
    } catch (error) {
      this.#failed(error);
      return [];
    }
  }

  /** Procedures found by meaning alone start from the weakest lexical score of the pool. */
  #fuse(candidates: readonly Candidate[], near: readonly Near[]): Candidate[] {
    const strengths = new Map(near.map(({ code, strength }) => [code, strength]));
    const lowest = candidates.at(-1)?.score ?? 0;
    const known = new Set(candidates.map(({ procedure }) => procedure.code));
    const others = near.flatMap(({ code }): Candidate[] => {
      const procedure = known.has(code) ? undefined : this.#snapshot.procedures.get(code);
      return procedure === undefined ? [] : [{ procedure, features: new Float64Array(FEATURES.length), score: lowest }];
    });
    return [...candidates, ...others]
      .map((candidate) => {
        const meaning = WEIGHT * Math.min(MOST, Math.max(0, strengths.get(candidate.procedure.code) ?? 0));
        return { ...candidate, score: candidate.score + meaning, meaning };
      })
      .sort((a, b) => b.score - a.score);
  }
}

export interface HybridOptions {
  readonly embedder: Embedder;
  /** Where the vectors are kept. */
  readonly folder: string;
  /** Told when the model did not answer a question. */
  readonly failed: (error: unknown) => void;
}

function passages({ procedures, everyday }: Snapshot) {
  return [...procedures.values()].flatMap((procedure) =>
    chunksOf(procedure, everyday.get(procedure.code)?.phrases ?? []),
  );
}
