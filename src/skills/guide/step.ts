import type { Button, Reply, Source } from "../../core/conversation.ts";
import type { Guide } from "../../core/guide.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { button, MOST_BUTTONS, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { type Input, stepPayload } from "./payload.ts";
import { type Guides, type Standing, standing } from "./place.ts";
import { progressAt } from "./progress.ts";

type GuideWords = Words["guide"];

/** The step as a message: where one is, what to do, its link, its source, and what can be pressed. */
export function stepReply(here: Standing, guides: Guides, words: GuideWords): Reply {
  const { place, guide, step } = here;
  const outer = standing(guides, place.from)?.guide;
  const start = place.trail.length > 0 ? "" : outer ? fill(words.first, { title: outer.title }) : words.hint;
  const source = step.source === undefined ? undefined : guide.sources.get(step.source);
  const link = step.link ? `\n${step.link.label}: ${step.link.url}` : "";
  const day = vietnameseDay(guide.verified);
  const from = source === undefined ? "" : fill(words.source, { source, day });
  return replyWith("guide", paragraphs(headerOf(here, words), step.text + link, from, start), {
    buttons: stepButtons(here, words),
    ...(step.picture && { picture: step.picture }),
    sources: [
      titleOf(guide),
      ...(outer ? [titleOf(outer)] : []),
      quoteOf(guide, step.id, [step.text, step.link?.label, step.link?.url]),
      ...(source === undefined ? [] : [quoteOf(guide, "sources", [`${source} · ${day}`])]),
    ],
  });
}

/** A step's message with a word of the guide's or of ours before it. */
export function saying(reply: Reply, said: string, source: readonly Source[]): Reply {
  return { ...reply, text: paragraphs(said, reply.text), sources: [...source, ...reply.sources] };
}

/** The name of a guide as a source: it may hold a number ("mức 2"). */
export function titleOf(guide: Guide): Source {
  return quoteOf(guide, "title", [guide.title]);
}

/** Lines that stand in a guide's file. */
export function quoteOf({ file }: Guide, heading: string, lines: readonly (string | undefined)[]): Source {
  return { code: "", file, heading, quote: lines.filter((line) => line !== undefined).join("\n") };
}

function headerOf({ guide, place }: Standing, words: GuideWords): string {
  const { title } = guide;
  const { step, left } = progressAt(guide, place);
  if (!left) return fill(words.progressOpen, { title, step: `${step}` });
  const { least, most } = left;
  return least === most
    ? fill(words.progress, { title, step: `${step}`, steps: `${step + most}` })
    : fill(words.progressRange, { title, step: `${step}`, least: `${least}`, most: `${most}` });
}

/** What the step asks, or "Xong"; then, as far as there is room, the ways out of it. */
function stepButtons({ place, step, guide }: Standing, words: GuideWords): Button[] {
  const press = (label: string, input: Exclude<Input, { kind: "type" }>) =>
    button(label, stepPayload(guide.id, step.id, input));
  const choices = step.ask?.kind === "choices" ? step.ask.choices : [];
  const first = place.trail.length === 0 && place.from === undefined;
  return [
    ...choices.map(({ label }, choice) => press(label, { kind: "choose", choice })),
    ...(step.ask ? [] : [press(words.done, { kind: "done" })]),
    ...(step.optional ? [press(words.skip, { kind: "skip" })] : []),
    press(words.stuck, { kind: "stuck" }),
    ...(first ? [] : [press(words.back, { kind: "back" })]),
    press(words.pause, { kind: "pause" }),
  ].slice(0, MOST_BUTTONS);
}

/** The button that leads back to where somebody stands. */
export function resumeButton({ guide, step, place }: Standing, words: GuideWords, naming: "guide" | "step"): Button {
  const send = stepPayload(guide.id, step.id, { kind: "show" });
  if (naming === "guide") return button(fill(words.resume, { title: guide.title }), send);
  return button(fill(words.resumeStep, { step: `${place.trail.length + 1}` }), send);
}

/** Texts with an empty line between them. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
