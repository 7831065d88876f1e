import type { Guide, Step } from "../../core/guide.ts";
import { END } from "../../core/ways.ts";
import type { Parsed } from "../parse/fault.ts";
import { parseWith } from "../parse/parse.ts";
import { namesIn } from "./names.ts";
import { type GuideFile, guideSchema } from "./schema.ts";
import { walkFaults } from "./walk.ts";

/**
 * Reads a file of `guides/`. A guide is only given when nothing is wrong inside its file: every name it uses is there, it
 * ends from every step, and no step is out of reach.
 * @param file path as faults show it
 * @param path path inside the knowledge folder
 */
export function parseGuide(file: string, path: string, source: string): Parsed<Guide> {
  const { value, faults, line } = parseWith(guideSchema, file, source);
  if (!value) return { faults, line };
  const unknown = namesIn(value, file, line);
  if (unknown.length > 0) return { faults: unknown, line };
  const guide = guideOf(value, path);
  const found = walkFaults(guide, file, line);
  return found.length > 0 ? { faults: found, line } : { value: guide, faults, line };
}

function guideOf({ sources, steps, ...rest }: GuideFile, file: string): Guide {
  const built = steps.map((step, i) => stepOf(step, steps[i + 1]?.id ?? END));
  return {
    ...rest,
    file,
    sources: new Map(Object.entries(sources)),
    steps: new Map(built.map((step) => [step.id, step])),
  };
}

/** @param following where the step leads when nothing else is written */
function stepOf({ ask, choices, typed, to, ways, ...rest }: GuideFile["steps"][number], following: string): Step {
  return {
    ...rest,
    next: [...ways, { if: {}, to: to ?? following }],
    ...(ask !== undefined && choices && { ask: { kind: "choices", name: ask, choices } }),
    ...(ask !== undefined && typed && { ask: { kind: "typed", name: ask, ...typed } }),
  };
}
