/** What a button of a guide says when it is pressed. It comes back from outside: anybody can write anything. */
export type GuidePayload =
  | { readonly kind: "list"; readonly from: number }
  | { readonly kind: "start"; readonly guide: string }
  | { readonly kind: "at"; readonly guide: string; readonly step: string; readonly input: Input };

/** What a person does at a step. */
export type Input =
  | { readonly kind: "done" | "back" | "skip" | "show" | "pause" | "remind" | "cancel" | "stuck" }
  | { readonly kind: "choose"; readonly choice: number }
  | { readonly kind: "type"; readonly text: string }
  | { readonly kind: "trouble"; readonly trouble: number };

export type Plain = Exclude<Input["kind"], "choose" | "type" | "trouble">;

const LETTERS: Readonly<Record<Plain, string>> = {
  done: "x",
  back: "b",
  skip: "s",
  show: "v",
  pause: "p",
  remind: "r",
  cancel: "c",
  stuck: "k",
};
const PLAIN = new Map((Object.keys(LETTERS) as Plain[]).map((kind) => [LETTERS[kind], kind]));

const NAME = "[a-z][a-z0-9-]{0,23}";
const LIST = /^#g(?:\+(\d{1,3}))?$/;
const START = new RegExp(`^#g/(${NAME})$`);
const AT = new RegExp(`^#g/(${NAME})/(${NAME})/(?:([a-z])|(t?)(\\d))$`);

/** Shows the guides there are, from the given one on. */
export function listPayload(from = 0): string {
  return from === 0 ? "#g" : `#g+${from}`;
}

/** Starts a guide. */
export function startPayload(guide: string): string {
  return `#g/${guide}`;
}

/** Does something at a step. At most 3 + 24 + 1 + 24 + 3 of the 64 bytes that a payload may have. */
export function stepPayload(guide: string, step: string, input: Exclude<Input, { kind: "type" }>): string {
  const what =
    input.kind === "choose" ? input.choice : input.kind === "trouble" ? `t${input.trouble}` : LETTERS[input.kind];
  return `#g/${guide}/${step}/${what}`;
}

/** Reads a payload. Undefined when the text is not one that a button of a guide could have sent. */
export function readGuidePayload(text: string): GuidePayload | undefined {
  const list = text.match(LIST);
  if (list) return { kind: "list", from: Number(list[1] ?? 0) };
  const [, started] = text.match(START) ?? [];
  if (started !== undefined) return { kind: "start", guide: started };
  const [, guide, step, letter = "", trouble, number] = text.match(AT) ?? [];
  if (guide === undefined || step === undefined) return undefined;
  const kind = PLAIN.get(letter);
  if (kind !== undefined) return { kind: "at", guide, step, input: { kind } };
  if (number === undefined) return undefined;
  const input: Input = trouble
    ? { kind: "trouble", trouble: Number(number) }
    : { kind: "choose", choice: Number(number) };
  return { kind: "at", guide, step, input };
}
