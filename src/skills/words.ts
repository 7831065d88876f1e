import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { CHECKLIST_WORDS } from "../checklist/words.ts";
import { AppError } from "../core/errors.ts";
import { DOSSIER_STATES, type DossierState } from "../core/one-stop.ts";
import { FACETS } from "../core/procedure.ts";

/** Where the bot's own words stand, as sources name it. */
export const WORDS_FILE = "prompts/vi.yaml";

const sentence = z.string().trim().min(1);

function sentences<const K extends string>(...keys: readonly K[]) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, sentence])) as Record<K, typeof sentence>);
}

const schema = z.strictObject({
  conversation: sentences("failed", "late"),
  safety: z.strictObject({
    emergency: sentences("fire", "water", "medical", "crime", "child", "despair", "disaster"),
    ...sentences("after", "unlawful", "lawfulWay", "secretTyped", "secretAsked").shape,
  }),
  smalltalk: z.strictObject({
    ...sentences("greeting", "menu", "thanks", "goodbye", "insult", "identity", "agreed", "declined", "offTopic").shape,
    goOn: sentence,
    /** Codes of the procedures offered in the menu. */
    popular: z.array(z.string()),
  }),
  clarify: z.strictObject({
    ...sentences("empty", "tooLong", "foreign", "nothingThere", "unknownButton", "menuButton", "person").shape,
    media: sentences("photo", "voice", "document", "video", "location", "contact", "other"),
  }),
  privacy: sentences("kept", "ask", "yesButton", "noButton", "erased", "spared"),
  staff: z.strictObject({
    ...sentences(
      "name",
      "doubtful",
      "answer",
      "nearest",
      "summary",
      "unchecked",
      "place",
      "more",
      "near",
      "basis",
      "moreLaws",
      "doubts",
    ).shape,
    ...sentences("alikes", "alike", "alikeAsk", "alikeChoose", "alikeWho", "candidates", "apart").shape,
    ...sentences("silent", "silentAlone", "tooMany", "noDraft", "draftButton", "draftTitle", "draftHello").shape,
    ...sentences("draftAbout", "draftGeneral", "draftMore", "draftPending", "draftDoubts").shape,
    ...sentences("draftAsk", "draftWhich", "draftSilent", "draftEnd").shape,
  }),
  handoff: sentences("person", "offices", "button"),
  guide: sentences(
    ...(["list", "none", "more", "progress", "progressRange", "progressOpen", "hint", "first", "source"] as const),
    ...(["done", "back", "skip", "stuck", "pause", "cancel", "remind", "resume", "resumeStep", "person"] as const),
    ...([
      "others",
      "needed",
      "choose",
      "stuckWhere",
      "stuckUnknown",
      "stillStuck",
      "paused",
      "reminded",
      "reminder",
    ] as const),
    ...(["cancelled", "finished", "returned", "gone"] as const),
  ),
  dossier: z.strictObject({
    ...sentences("ask", "unread", "noCode", "stands", "named", "submitted", "due", "dueBefore", "noDue").shape,
    ...sentences("completed", "ended", "dueToday", "daysLeft", "daysLate", "overdue", "onTime").shape,
    ...sentences("procedure", "office", "applicant", "late", "source").shape,
    states: z.strictObject(
      Object.fromEntries(DOSSIER_STATES.map((state) => [state, sentences("name", "means", "next")])) as Record<
        DossierState,
        ReturnType<typeof sentences<"name" | "means" | "next">>
      >,
    ),
    ...sentences("none", "ministry", "province", "unconnected", "down", "locked", "closed").shape,
    ...sentences("portal", "portalLink", "centre").shape,
    prove: sentences("identity", "phone", "four", "wrong"),
    photo: sentences("lost", "none", "identity"),
    ...sentences("look", "more", "follow", "another", "retype", "again", "person", "supplementGuide", "payGuide").shape,
  }),
  follow: z.strictObject({
    ...sentences("ask", "shortLived", "yesButton", "noButton", "started", "declined", "already", "full", "which").shape,
    ...sentences("list", "item", "notYet", "none", "stopped", "stopButton", "stopOneButton", "againButton").shape,
    ...sentences("changed", "tomorrow", "ended", "lost", "how", "seeButton").shape,
  }),
  answer: z.strictObject({
    facets: sentences(...FACETS),
    fieldLabels: sentences("who", "where"),
    onlineKinds: sentences("full", "partial", "none", "unknown"),
    ...sentences("unknown", "free", "condition", "until", "byLaw", "portal").shape,
    ...sentences("papersMissing", "timeMissing", "feeMissing", "lawMissing", "formMissing", "formPlace").shape,
    ...sentences("yourCase", "noMorePapers", "morePapers", "moreTimes", "moreFees", "cut").shape,
    ...sentences("uncertain", "unchecked", "source", "verified", "quote", "nothingToQuote").shape,
    ...sentences("replaced", "expired", "notYet", "allCases", "caseDepends").shape,
    ...sentences("choose", "noneOfThese", "silent", "nearest", "whichProcedure", "rejected").shape,
    ...sentences("rejectedAll", "unknownCode", "quoteButton", "moreButton", "relatedButton", "person", "unclear").shape,
    guideButton: sentence,
    checklist: sentences(...CHECKLIST_WORDS),
  }),
});

/** Everything the bot says of itself, by skill; the sentences are in `prompts/`, one file per language. */
export type Words = z.infer<typeof schema>;

/**
 * Reads the bot's words.
 * @throws AppError `words_invalid` when the file is missing, a sentence is missing or one is not known
 */
export async function loadWords(path: string): Promise<Words> {
  try {
    return schema.parse(parse(await readFile(path, "utf8")));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new AppError("words_invalid", `Cannot use ${path}: ${reason}`, "Hệ thống chưa sẵn sàng.", { cause });
  }
}

/** Puts values in the places `{name}` of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
