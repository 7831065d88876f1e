import { fold } from "../text/fold.ts";
import { syllables } from "../text/syllables.ts";

/** Share of the pair model against the single-syllable model. */
const LAMBDA = 0.9;

/**
 * Puts diacritics back on text typed without them: the likeliest written syllables given their neighbours (Viterbi over
 * syllable pairs counted in the base). Embedding models need it: on unaccented questions they find almost nothing.
 */
export class Restorer {
  readonly #forms = new Map<string, Map<string, number>>();
  readonly #pairs = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      let before: string | undefined;
      for (const { written, folded } of syllables(text)) {
        const forms = this.#forms.get(folded) ?? new Map<string, number>();
        this.#forms.set(folded, forms.set(written, (forms.get(written) ?? 0) + 1));
        this.#counts.set(written, (this.#counts.get(written) ?? 0) + 1);
        if (before !== undefined) {
          const key = `${before} ${written}`;
          this.#pairs.set(key, (this.#pairs.get(key) ?? 0) + 1);
        }
        before = written;
      }
    }
  }

  /** The text with marks; text that already has some comes back as it is. */
  restore(text: string): string {
    if (fold(text) !== text.toLowerCase()) return text;
    let beam: { readonly cost: number; readonly path: readonly string[] }[] = [{ cost: 0, path: [] }];
    for (const { folded } of syllables(text)) {
      const forms = this.#forms.get(folded) ?? new Map([[folded, 1]]);
      beam = [...forms].map(([form, count]) => {
        const steps = beam.map(({ cost, path }) => ({
          cost: cost + this.#cost(path.at(-1), form, count, forms),
          path,
        }));
        const best = steps.reduce((a, b) => (b.cost < a.cost ? b : a));
        return { cost: best.cost, path: [...best.path, form] };
      });
    }
    return beam.reduce((a, b) => (b.cost < a.cost ? b : a)).path.join(" ");
  }

  #cost(before: string | undefined, form: string, count: number, forms: ReadonlyMap<string, number>): number {
    let total = 0;
    for (const one of forms.values()) total += one;
    const alone = count / total;
    if (before === undefined) return -Math.log(alone);
    const together = (this.#pairs.get(`${before} ${form}`) ?? 0) / (this.#counts.get(before) ?? 1);
    return -Math.log(LAMBDA * together + (1 - LAMBDA) * alone * 0.01 + 1e-9);
  }
}
