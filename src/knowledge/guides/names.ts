import type { Fault } from "../../core/knowledge.ts";
import { END } from "../../core/ways.ts";
import { error, type LineOf, type Path } from "../parse/fault.ts";
import { fits, type GuideFile, TOO_LONG } from "./schema.ts";

/** Faults inside one guide: steps too long for a message, and names of steps, sources and answers that are not there, and those that are there twice. */
export function namesIn(guide: GuideFile, file: string, line: LineOf): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: Path, code: string, message: string) => faults.push(error(file, line(path), code, message));
  const steps = new Set(guide.steps.map(({ id }) => id));
  const answers = answersOf(guide);
  const leads = (to: string | undefined, path: Path) => {
    if (to !== undefined && to !== END && !steps.has(to))
      fault(path, "unknown-step", `Không có bước nào tên "${to}" trong tệp này; kiểm lại tên bước, hoặc viết end.`);
  };
  for (const [i, step] of guide.steps.entries()) {
    const at = (...path: Path) => ["steps", i, ...path];
    if (guide.steps.findIndex(({ id }) => id === step.id) < i)
      fault(at("id"), "repeated-step", `Tên bước "${step.id}" đã dùng ở trên; mỗi bước một tên.`);
    leads(step.to, at("to"));
    if (!fits(step, guide.sources)) fault(at("text"), "too-long", `Bước "${step.id}" ${TOO_LONG}.`);
    if (step.source !== undefined && !Object.hasOwn(guide.sources, step.source))
      fault(at("source"), "unknown-source", `Không có nguồn nào tên "${step.source}" ở phần sources đầu tệp.`);
    for (const [j, { value, to, through }] of (step.choices ?? []).entries()) {
      leads(to, at("choices", j, "to"));
      if (step.choices?.findIndex((other) => other.value === value) !== j)
        fault(at("choices", j, "value"), "repeated-choice", `Hai lựa chọn cùng mang giá trị "${value}".`);
      if (through === guide.id)
        fault(at("choices", j, "through"), "endless-guide", "Hướng dẫn không thể đi qua chính nó.");
    }
    for (const [j, way] of step.ways.entries()) {
      leads(way.to, at("ways", j, "to"));
      for (const [name, value] of Object.entries(way.if))
        if (!answers.get(name)?.has(value))
          fault(
            at("ways", j, "if", name),
            "unknown-answer",
            `Không có lựa chọn nào cho câu trả lời "${name}: ${value}"; kiểm lại dòng ask và value.`,
          );
    }
  }
  return faults;
}

/** What may be answered under each name. Typed words are not foreseen, so that no way can depend on them. */
function answersOf({ steps }: GuideFile): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { ask, choices = [] } of steps)
    if (ask !== undefined) values.set(ask, new Set([...(values.get(ask) ?? []), ...choices.map(({ value }) => value)]));
  return values;
}
