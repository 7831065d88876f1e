import type { Choice, Step, Trouble } from "../../core/guide.ts";
import { foldedSyllables } from "../../text/syllables.ts";
import { isPlace, pressedBy } from "../offered.ts";
import { seemsMeant } from "./checks.ts";
import type { Input } from "./payload.ts";
import { bare, plainSaid, wordsOf } from "./sayings.ts";

/**
 * What a typed text does at a step; undefined when it is about something else.
 * @param counted whether "2" means the second choice: not when other buttons were offered last
 */
export function inputSaid(text: string, step: Step, counted: boolean): Input | undefined {
  if (text.startsWith("#")) return undefined;
  const { ask } = step;
  const choice = ask?.kind === "choices" ? choiceSaid(text, ask.choices, step.text, counted) : undefined;
  if (choice !== undefined) return { kind: "choose", choice };
  const kind = plainSaid(text);
  if (kind !== undefined) return { kind };
  const trouble = troubleSaid(wordsOf(text), step.troubles);
  if (trouble !== undefined) return { kind: "trouble", trouble };
  return ask?.kind === "typed" && seemsMeant(ask.check, text) ? { kind: "type", text } : undefined;
}

function choiceSaid(text: string, choices: readonly Choice[], about: string, counted: boolean): number | undefined {
  const buttons = choices.map(({ label }, i) => ({ label, send: String(i) }));
  const pressed = counted && isPlace(text) ? pressedBy(text, buttons) : undefined;
  if (pressed !== undefined) return Number(pressed);
  const said = bare(text);
  if (said === "") return undefined;
  const labels = choices.map(({ label }) => bare(label));
  return (
    labelSaid(said, labels) ??
    longer(said, labels, about) ??
    labelSaid(softer(said), labels) ??
    partSaid(wordsOf(text), choices)
  );
}

function labelSaid(said: string, labels: readonly string[]): number | undefined {
  const same = labels.indexOf(said);
  return same >= 0 ? same : onlyOne(labels, (label) => label.startsWith(`${said} `));
}

/** The one label in which all that is said stands: "rồi" for "Có rồi", "cho mình" for "Cho chính mình". */
function partSaid(said: readonly string[], choices: readonly { readonly label: string }[]): number | undefined {
  const labels = choices.map(({ label }) => ` ${foldedSyllables(label).join(" ")} `);
  return onlyOne(labels, (label) => said.every((word) => label.includes(` ${word} `)));
}

/** People say "không có" of what they have not yet. */
function softer(said: string): string {
  return said.replace(/^khong(?= |$)/, "chua");
}

/** The label with which something longer begins, if the rest is only words of the question: "chưa có thẻ". */
function longer(said: string, labels: readonly string[], about: string): number | undefined {
  const asked = new Set(foldedSyllables(about));
  const rest = (label: string) => said.slice(label.length).trim().split(" ");
  return onlyOne(labels, (label) => said.startsWith(`${label} `) && rest(label).every((word) => asked.has(word)));
}

/** Fewer words than these may be about anything. */
const TELLING = 3;

/** The one trouble whose name is said, nearly or with a little around it: "em không thấy mã OTP". */
function troubleSaid(said: readonly string[], troubles: readonly Trouble[]): number | undefined {
  const labels = troubles.map(({ label }) => foldedSyllables(label).join(" "));
  const whole = ` ${said.join(" ")} `;
  const inside = onlyOne(labels, (label) => whole.includes(` ${label} `) && said.length <= 2 * label.split(" ").length);
  return inside ?? (said.length < TELLING ? undefined : partSaid(said, troubles));
}

function onlyOne(labels: readonly string[], fits: (label: string) => boolean): number | undefined {
  const [only, ...others] = labels.flatMap((label, i) => (fits(label) ? [i] : []));
  return others.length === 0 ? only : undefined;
}
