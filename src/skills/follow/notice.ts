import type { Button, Reply } from "../../core/conversation.ts";
import type { Notice, Progress } from "../../core/follow.ts";
import { lookPayload } from "../dossier/asked.ts";
import { shownDay } from "../dossier/when.ts";
import { button, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { stopPayload } from "./payload.ts";

/** Where a day is named before which the result was to be ready. */
const RUNNING: ReadonlySet<Progress["state"]> = new Set(["submitted", "accepted", "processing", "unknown"]);

/**
 * What a person is told of a dossier that they follow: state and dates, and how to be told no more. It names days and never
 * counts them, so that it stays true when it is said later.
 */
export function noticeReply(notice: Notice, words: Pick<Words, "follow" | "dossier">): Reply {
  const { code } = notice.progress;
  if (notice.kind === "lost") return reply([fill(words.follow.lost, { code })], []);
  const see = button(words.follow.seeButton, lookPayload(code));
  const stop = button(words.follow.stopButton, stopPayload(code));
  if (notice.kind === "tomorrow") {
    const { dueAt } = notice.progress;
    const said = fill(words.follow.tomorrow, { code, day: dueAt ? shownDay(dueAt) : "" });
    return reply([said, "", words.follow.how], [see, stop]);
  }
  const { name, means, next } = words.dossier.states[notice.progress.state];
  const lines = [fill(words.follow.changed, { code, state: name.toUpperCase() }), means];
  const days = dayLines(notice.progress, words.dossier);
  const ends = notice.next === "ends";
  const last = ends ? words.follow.ended : words.follow.how;
  return reply([...lines, ...days, "", next, "", last], ends ? [see] : [see, stop]);
}

/** Whether a notice is still worth saying when the person could not be reached for days. */
export function keeps({ kind }: Notice): boolean {
  return kind !== "tomorrow";
}

function dayLines({ state, dueAt, completedAt }: Progress, words: Words["dossier"]): string[] {
  if (completedAt && !RUNNING.has(state)) {
    const line = state === "result_ready" || state === "returned" ? words.completed : words.ended;
    return [fill(line, { day: shownDay(completedAt) })];
  }
  return dueAt && RUNNING.has(state) ? [fill(words.due, { day: shownDay(dueAt) })] : [];
}

function reply(lines: readonly string[], buttons: readonly Button[]): Reply {
  return replyWith("dossier", lines.join("\n"), { buttons, sources: [] });
}
