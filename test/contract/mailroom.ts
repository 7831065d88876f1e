import { describe } from "vitest";
import { delivering } from "./mailroom/delivering.ts";
import { holder } from "./mailroom/holding.ts";
import { type Open, stage } from "./mailroom/stage.ts";
import { working } from "./mailroom/working.ts";

/** What every mailroom keeps to. `prepare` empties the store before each test and tells how to open a mailroom on it. */
export function mailroomContract(name: string, prepare: () => Promise<Open>): void {
  describe(name, () => {
    const set = stage(prepare);
    delivering(set);
    holder(set);
    working(set);
  });
}
