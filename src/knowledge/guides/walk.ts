import type { Guide } from "../../core/guide.ts";
import type { Fault } from "../../core/knowledge.ts";
import { type Answers, deciding, END, keyOf, type Stand, waysFrom } from "../../core/ways.ts";
import { error, type LineOf } from "../parse/fault.ts";

type Names = ReturnType<typeof deciding>;

/** More combinations of answers than these can no longer be proved in a moment. */
const MOST_COMBINATIONS = 2_000;

/**
 * Proves that a guide can be walked: from the start every step can be reached, and from every step, whatever was answered
 * before, there is a way to the end.
 * @returns a fault for each step that is out of reach or has no way to the end
 */
export function walkFaults(guide: Guide, file: string, line: LineOf): Fault[] {
  const ids = [...guide.steps.keys()];
  const at = (id: string) => line(["steps", ids.indexOf(id), "id"]);
  const given = deciding(guide);
  const combinations = combine(given);
  if (combinations.length > MOST_COMBINATIONS)
    return [error(file, line(["steps"]), "too-many-ways", "Quá nhiều nhánh (ways); hãy tách thành hai hướng dẫn.")];

  const reached = new Set(follow(guide, [{ step: ids[0] ?? END, answers: {} }], given).map(({ step }) => step));
  const lost = ids.filter((id) => !reached.has(id));
  const stuck = ids.filter((id) => combinations.some((answers) => !ends(guide, { step: id, answers }, given)));
  return [
    ...lost.map((id) =>
      error(
        file,
        at(id),
        "unreachable-step",
        `Không có đường nào dẫn tới bước "${id}"; thêm to, ways hoặc bỏ bước này.`,
      ),
    ),
    ...stuck.map((id) =>
      error(file, at(id), "endless-guide", `Từ bước "${id}" không có đường nào tới chỗ kết thúc; kiểm lại to và ways.`),
    ),
  ];
}

function ends(guide: Guide, from: Stand, given: Names): boolean {
  return follow(guide, [from], given).some(({ step }) => step === END);
}

/** Every state that can come after the given ones, they themselves among them. */
function follow(guide: Guide, from: readonly Stand[], given: Names): Stand[] {
  const seen = new Map(from.map((state) => [keyOf(state), state]));
  for (const state of seen.values()) {
    const step = guide.steps.get(state.step);
    for (const after of step ? waysFrom(step, state.answers, given) : []) {
      const key = keyOf(after);
      if (!seen.has(key)) seen.set(key, after);
    }
  }
  return [...seen.values()];
}

/** All ways to have answered, or not, under these names. */
function combine(values: Names): Answers[] {
  let all: Answers[] = [{}];
  for (const [name, some] of values) {
    if (all.length > MOST_COMBINATIONS) break;
    all = all.flatMap((answers) => [answers, ...[...some].map((value) => ({ ...answers, [name]: value }))]);
  }
  return all;
}
