import type { Notice } from "../../../src/core/follow.ts";
import { isQuiet } from "../../../src/follow/quiet.ts";
import type { Change } from "./office.ts";

interface Entry {
  readonly notice: Notice;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Tally {
  readonly changes: number;
  readonly told: number;
  readonly missed: number;
  readonly doubled: number;
  /** Notices that tell of no change. */
  readonly invented: number;
  readonly reminders: number;
  readonly remindersDoubled: number;
  /** Notices between 21 and 7. */
  readonly atNight: number;
  /** From change to notice, minutes, where nothing of it lay in the quiet hours. */
  readonly medianWait: number;
  readonly longestWait: number;
}

/** What was put on its way to people, against what happened. */
export class Ledger {
  readonly #entries: Entry[] = [];

  add(notice: Notice, at: number): void {
    this.#entries.push({ notice, at });
  }

  tally(changes: readonly Change[]): Tally {
    const told = this.#byChange(({ kind }) => kind === "changed");
    const reminded = this.#byChange(({ kind }) => kind === "tomorrow");
    const counts = changes.map((change) => told.get(nameOf(change))?.length ?? 0);
    const known = new Set(changes.map(nameOf));
    const waits = changes
      .flatMap((change) => {
        const [first] = told.get(nameOf(change)) ?? [];
        return first && !isQuiet(new Date(change.at)) && first.at - change.at < 8 * 3_600_000
          ? [first.at - change.at]
          : [];
      })
      .sort((one, other) => one - other)
      .map((wait) => Math.round(wait / 60_000));
    return {
      changes: changes.length,
      told: counts.filter((count) => count === 1).length,
      missed: counts.filter((count) => count === 0).length,
      doubled: counts.filter((count) => count > 1).length,
      invented: [...told].filter(([name]) => !known.has(name)).length,
      reminders: reminded.size,
      remindersDoubled: [...reminded.values()].filter(({ length }) => length > 1).length,
      atNight: this.#entries.filter(({ at }) => isQuiet(new Date(at))).length,
      medianWait: waits[Math.floor(waits.length / 2)] ?? 0,
      longestWait: waits.at(-1) ?? 0,
    };
  }

  #byChange(counts: (notice: Notice) => boolean): Map<string, Entry[]> {
    const found = new Map<string, Entry[]>();
    for (const entry of this.#entries) {
      if (entry.notice.kind === "lost" || !counts(entry.notice)) continue;
      const name = nameOf(entry.notice.progress);
      found.set(name, [...(found.get(name) ?? []), entry]);
    }
    return found;
  }
}

/** A dossier never comes back to a state here, so that the two name a change. */
function nameOf({ code, state }: { readonly code: string; readonly state: string }): string {
  return `${code} ${state}`;
}
