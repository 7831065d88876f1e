/** The sentences of a checklist. */
export const CHECKLIST_WORDS = [
  "button",
  "title",
  "yourCase",
  "papers",
  "fee",
  "time",
  "where",
  "uncertain",
  "unknown",
  "free",
  "until",
  "missing",
  "due",
  "planned",
  "undecided",
  "unchecked",
  "source",
  "print",
  "pdf",
  "scan",
] as const;
export type ChecklistWords = Readonly<Record<(typeof CHECKLIST_WORDS)[number], string>>;

/** Puts values in the places `{name}` of a sentence. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
