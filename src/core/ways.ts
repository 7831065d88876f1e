import type { Choice, Guide, Step, Way } from "./guide.ts";

/** Where a way leads that ends the walk. */
export const END = "end";

/** Answers by name. */
export type Answers = Readonly<Record<string, string>>;

/** A step (or `END`) and the answers given before it. */
export interface Stand {
  readonly step: string;
  readonly answers: Answers;
}

/** Where a step leads with these answers: the id of a step, or `END`. A choice's own way comes before the step's. */
export function wayOn(step: Step, answers: Answers, choice?: Choice): string {
  if (choice?.to !== undefined) return choice.to;
  const holds = (way: Way) => Object.entries(way.if).every(([name, value]) => answers[name] === value);
  return step.next.find(holds)?.to ?? END;
}

/** The answers on which ways of a guide depend: the values asked for, by name. */
export function deciding({ steps }: Guide): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { next } of steps.values())
    for (const way of next)
      for (const [name, value] of Object.entries(way.if)) values.set(name, (values.get(name) ?? new Set()).add(value));
  return values;
}

/** All that can come right after a step, each once. Only the answers under the `names` that decide something are kept. */
export function waysFrom(step: Step, answers: Answers, names: { has(name: string): boolean }): Stand[] {
  const plain = { step: wayOn(step, answers), answers };
  if (step.ask?.kind !== "choices") return [plain];
  const { name, choices } = step.ask;
  const ways = choices.map((choice): Stand => {
    const after = names.has(name) ? { ...answers, [name]: choice.value } : answers;
    return { step: wayOn(step, { ...after, [name]: choice.value }, choice), answers: after };
  });
  const all = step.optional ? [...ways, plain] : ways;
  return [...new Map(all.map((stand) => [keyOf(stand), stand])).values()];
}

/** The same for stands that are the same. */
export function keyOf({ step, answers }: Stand): string {
  return step === END ? END : JSON.stringify([step, ...Object.entries(answers).sort()]);
}
