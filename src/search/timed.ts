import type { Ranking, Search } from "../core/search.ts";

/** A search that tells of each look how long it took, in milliseconds. */
export function timed(search: Search, tell: (milliseconds: number) => void): Search {
  return {
    find(text, options) {
      const began = performance.now();
      const done = (ranking: Ranking) => {
        tell(performance.now() - began);
        return ranking;
      };
      const found = search.find(text, options);
      return found instanceof Promise ? found.then(done) : done(found);
    },
  };
}
