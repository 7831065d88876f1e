/**
 * Southern sound-alikes: spellings that many people in the Mekong delta write for one another. A sound key joins them;
 * it proposes candidates for spelling, it never decides alone.
 */
const START: readonly (readonly [RegExp, string])[] = [
  [/^(?:gi|gh|v|r|d)(?=[aeiouy])/, "d"],
  [/^g(?=[iy])/, "d"],
  [/^tr/, "ch"],
  [/^(?:qu|hu|gu)(?=[aeiy])/, "w"],
  [/^(?:k|c)(?=[aeiouy])/, "c"],
  [/^ngh/, "ng"],
  [/^s/, "x"],
];

const END: readonly (readonly [RegExp, string])[] = [
  [/(?:nh|ng)$/, "n"],
  [/(?:ch|c)$/, "t"],
  [/y/g, "i"],
  [/(?<=[aeo])o(?=[a-z])/, ""],
];

/** The key under which folded syllables sound alike in the south: "giay", "vay", "dai" → "dai"; "sinh", "xin" → "xin". */
export function soundKey(folded: string): string {
  let key = folded;
  for (const [pattern, to] of START) key = key.replace(pattern, to);
  for (const [pattern, to] of END) key = key.replace(pattern, to);
  return key;
}
