import type { Guide, GuidePlace } from "../../core/guide.ts";
import { type Answers, deciding, type Stand, waysFrom } from "../../core/ways.ts";

/** How far somebody has come in a guide. */
export interface Progress {
  /** Number of the step at which they stand, from 1. */
  readonly step: number;
  /** Steps that still come after it on the shortest and on the longest way; undefined when there are too many ways. */
  readonly left?: { readonly least: number; readonly most: number };
}

/** Ways looked at before giving up counting: a guide with more is beyond "Bước 3/8" anyway. */
const MOST_LOOKS = 3_000;

/** Counts the steps of a guide alone; what it was walked for, and what it is walked through, is not counted. */
export function progressAt(guide: Guide, { step, trail, answers }: GuidePlace): Progress {
  const counting: Counting = { guide, names: deciding(guide), looks: MOST_LOOKS };
  const after = stepsFrom({ step, answers: only(answers, counting.names) }, new Set(), counting);
  const number = trail.length + 1;
  if (!after || counting.looks <= 0) return { step: number };
  return { step: number, left: { least: after.least - 1, most: after.most - 1 } };
}

interface Counting {
  readonly guide: Guide;
  readonly names: ReturnType<typeof deciding>;
  looks: number;
}

/** Steps from a stand to the end, itself counted, without going in circles. Undefined when no such way ends. */
function stepsFrom({ step: id, answers }: Stand, walked: ReadonlySet<string>, counting: Counting): Progress["left"] {
  const step = counting.guide.steps.get(id);
  if (!step) return { least: 0, most: 0 };
  if (walked.has(id) || --counting.looks <= 0) return undefined;
  const before = new Set(walked).add(id);
  const ways = waysFrom(step, answers, counting.names).flatMap((way) => stepsFrom(way, before, counting) ?? []);
  if (ways.length === 0) return undefined;
  return {
    least: 1 + Math.min(...ways.map(({ least }) => least)),
    most: 1 + Math.max(...ways.map(({ most }) => most)),
  };
}

function only(answers: Answers, names: Counting["names"]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
}
