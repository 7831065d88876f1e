import type { Reply, Turn } from "../../core/conversation.ts";
import type { GuidePlace } from "../../core/guide.ts";
import { PERSON } from "../payload.ts";
import { button, MOST_BUTTONS, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { listPayload, startPayload, stepPayload } from "./payload.ts";
import { type Guides, type Standing, standing } from "./place.ts";
import { paragraphs, quoteOf, resumeButton, titleOf } from "./step.ts";
import type { Walked } from "./walk.ts";

type GuideWords = Words["guide"];

/** The known troubles of the step, and a person. */
export function stuckReply(here: Standing, words: GuideWords): Reply {
  const { guide, step } = here;
  const troubles = step.troubles.map(({ label }, trouble) =>
    button(label, stepPayload(guide.id, step.id, { kind: "trouble", trouble })),
  );
  const text = troubles.length > 0 ? words.stuckWhere : words.stuckUnknown;
  const ways = [button(words.person, PERSON), resumeButton(here, words, "step")];
  return replyWith("guide", text, { buttons: [...troubles, ...ways].slice(0, MOST_BUTTONS) });
}

/** What to do about one trouble, and what if that does not help. */
export function troubleReply(here: Standing, number: number, words: GuideWords): Reply {
  const { guide, step } = here;
  const trouble = step.troubles[number];
  if (!trouble) return stuckReply(here, words);
  return replyWith("guide", paragraphs(`${trouble.label}:\n${trouble.text}`, words.stillStuck), {
    buttons: [resumeButton(here, words, "step"), button(words.person, PERSON)],
    sources: [quoteOf(guide, step.id, [trouble.label, trouble.text])],
  });
}

/** What is said when a guide rests, by what it waits for. */
export function restReply(here: Standing, shows: "paused" | "reminded", words: GuideWords): Reply {
  const { guide, step } = here;
  const remind = button(words.remind, stepPayload(guide.id, step.id, { kind: "remind" }));
  const cancel = button(words.cancel, stepPayload(guide.id, step.id, { kind: "cancel" }));
  const buttons = [resumeButton(here, words, "guide"), ...(shows === "paused" ? [remind] : []), cancel];
  return replyWith("guide", words[shows], { buttons });
}

/** What is said tomorrow to somebody who asked for it. */
export function reminderReply(here: Standing, words: GuideWords): Reply {
  const { guide, step } = here;
  const cancel = button(words.cancel, stepPayload(guide.id, step.id, { kind: "cancel" }));
  const text = fill(words.reminder, { title: guide.title });
  const buttons = [resumeButton(here, words, "guide"), cancel];
  return replyWith("guide", text, { buttons, sources: [titleOf(guide)] });
}

/** The end of a guide: what comes after it, and what was left for it. */
export function endReply(
  ended: GuidePlace,
  { place, shows }: Walked,
  { knowledge: { guides } }: Turn,
  words: GuideWords,
): Reply {
  const guide = guides.get(ended.guide);
  const outer = standing(guides, place);
  const text = shows === "finished" && guide ? fill(words.finished, { title: guide.title }) : words.cancelled;
  const after = (shows === "finished" ? (guide?.after ?? []) : []).flatMap((id) => guides.get(id) ?? []);
  const buttons = [
    ...(outer ? [resumeButton(outer, words, "guide")] : []),
    ...after.map(({ id, title }) => button(title, startPayload(id))),
    button(words.others, listPayload()),
  ];
  const sources = guide ? [titleOf(guide)] : [];
  return replyWith("guide", text, { buttons: buttons.slice(0, MOST_BUTTONS), sources });
}

/** The guides there are, some at a time. */
export function listReply(guides: Guides, from: number, words: GuideWords, text = words.list): Reply {
  const all = [...guides.values()];
  if (all.length === 0) return replyWith("guide", words.none);
  const rest = all.slice(from < all.length ? from : 0);
  const shown = rest.length > MOST_BUTTONS ? rest.slice(0, MOST_BUTTONS - 1) : rest;
  const next =
    rest.length > shown.length ? [button(words.more, listPayload(all.length - rest.length + shown.length))] : [];
  return replyWith("guide", text, {
    buttons: [...shown.map(({ id, title }) => button(title, startPayload(id))), ...next],
  });
}
