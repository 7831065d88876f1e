import type { Snapshot } from "../core/knowledge.ts";
import type { Search } from "../core/search.ts";

/** What the service answers from at one moment: a snapshot and the search built over it. They change together. */
export interface Base {
  readonly snapshot: Snapshot;
  readonly search: Search;
}

/**
 * Holds the base in use. `replace` builds the search over a new snapshot first and swaps both in one step, so that a
 * question is always answered from one consistent base; when building fails the old base goes on answering.
 */
export class LiveBase {
  #current: Base;
  readonly #build: (snapshot: Snapshot) => Search;

  constructor(first: Base, build: (snapshot: Snapshot) => Search) {
    this.#current = first;
    this.#build = build;
  }

  get current(): Base {
    return this.#current;
  }

  /** Returns whether the base changed: the same version is not built again. */
  replace(snapshot: Snapshot): "replaced" | "same" {
    if (snapshot.version === this.#current.snapshot.version) return "same";
    this.#current = { snapshot, search: this.#build(snapshot) };
    return "replaced";
  }

  /**
   * Puts another search over the snapshot in use in place, one that took longer to open.
   * @returns `outdated` when the snapshot has been replaced meanwhile: nothing changes then
   */
  join(base: Base): "joined" | "outdated" {
    if (base.snapshot !== this.#current.snapshot) return "outdated";
    this.#current = base;
    return "joined";
  }
}
