import { z } from "zod";
import { any, code, day, link, some, text } from "../parse/fields.ts";

/** What a button shows on a phone, characters. */
const LONGEST_LABEL = 60;
/** What one message holds (2,000 on Zalo) less the line of progress and the words around link and source, characters. */
const LONGEST_STEP = 1_600;
const LONGEST_AGAIN = 150;
/** Buttons of one message (Zalo, Telegram as we use it), less one for the way back or a person. */
const MOST_BUTTONS = 4;

export const TOO_LONG = `dài quá ${LONGEST_STEP} ký tự nên không vừa một tin nhắn; hãy chia thành nhiều bước`;

/** A name that stands in a button's payload, of which there are 64 bytes. */
const name = z
  .string("phải là chữ")
  .regex(/^[a-z][a-z0-9-]{0,23}$/, "chỉ gồm chữ thường không dấu, số và dấu gạch nối, dài nhất 24 ký tự, như muc-2");

const stepName = name.refine((value) => value !== "end", '"end" là chữ dành riêng để kết thúc; đặt tên khác');

const label = text.refine((value) => value.length <= LONGEST_LABEL, `dài quá ${LONGEST_LABEL} ký tự nên nút bị cắt`);

/** What is said before a step is shown again. */
const short = text.refine((value) => value.length <= LONGEST_AGAIN, `dài quá ${LONGEST_AGAIN} ký tự`);

/** A text of several lines: blanks at the ends of lines go, at most one empty line stays between paragraphs. */
const lines = z
  .string("phải là chữ; số thì đặt trong dấu nháy kép")
  .transform((value) =>
    value
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  )
  .refine((value) => value !== "", "đang để trống")
  .refine((value) => value.length <= LONGEST_STEP, TOO_LONG);

const picture = z.strictObject({
  file: z
    .string("phải là tên tệp")
    .regex(
      /^[a-z0-9][a-z0-9-]*\.(svg|png)$/,
      "phải là tên tệp .svg hoặc .png, chữ thường không dấu, như dang-nhap.svg",
    ),
  alt: text,
});

const choice = z.strictObject({
  label,
  value: name,
  to: name.exactOptional(),
  through: name.exactOptional(),
});

const step = z
  .strictObject({
    id: stepName,
    text: lines,
    picture: picture.exactOptional(),
    link: z.strictObject({ label, url: link }).exactOptional(),
    source: z.string("phải là tên một nguồn ở đầu tệp").exactOptional(),
    ask: name.exactOptional(),
    choices: z
      .array(choice, "phải là danh sách, mỗi lựa chọn một gạch đầu dòng")
      .min(2, "phải có ít nhất hai lựa chọn")
      .max(MOST_BUTTONS, `nhiều quá ${MOST_BUTTONS} lựa chọn, không đủ chỗ cho nút; hãy chia thành hai bước`)
      .exactOptional(),
    typed: z
      .strictObject({ check: z.enum(["phone", "date", "dossier-code", "number", "text"]), again: short })
      .exactOptional(),
    optional: z.boolean("chỉ được viết true hoặc false").default(false),
    to: name.exactOptional(),
    ways: any(z.strictObject({ if: z.record(name, name, "phải viết như {loai-may: iphone}"), to: name })),
    troubles: any(z.strictObject({ label, text: lines })).refine(
      (all) => all.length <= MOST_BUTTONS,
      `nhiều quá ${MOST_BUTTONS} chỗ kẹt, không đủ chỗ cho nút; hãy gộp bớt`,
    ),
  })
  .refine(({ ask, choices, typed }) => ask === undefined || (choices === undefined) !== (typed === undefined), {
    path: ["ask"],
    message: "phải đi kèm choices (các nút để chọn) hoặc typed (chữ gõ vào), một trong hai",
  })
  .refine(({ ask, choices, typed }) => ask !== undefined || (choices === undefined && typed === undefined), {
    path: ["id"],
    message: "là bước có choices hoặc typed nên phải có thêm dòng ask (tên để nhớ câu trả lời)",
  });

/** A file of `guides/`; fields as in `knowledge/guides/README.md`. Unknown fields are faults. */
export const guideSchema = z.strictObject({
  id: name,
  title: label,
  aliases: any(text),
  procedures: any(code),
  verified: day,
  sources: z
    .record(name, text, "phải viết như {nd69: Nghị định …}")
    .refine((all) => Object.keys(all).length > 0, "phải có ít nhất một nguồn"),
  after: any(name).refine((all) => all.length <= MOST_BUTTONS, `nhiều quá ${MOST_BUTTONS} hướng dẫn`),
  steps: some(step),
});

/** Whether a step fits into one message with its link and source. */
export function fits(step: GuideFile["steps"][number], sources: GuideFile["sources"]): boolean {
  const source = step.source === undefined ? "" : (sources[step.source] ?? "");
  const around = [step.link?.label, step.link?.url, source].map((part) => part?.length ?? 0);
  return around.reduce((sum, length) => sum + length, step.text.length) <= LONGEST_STEP;
}

/** A guide as it is written. */
export type GuideFile = z.infer<typeof guideSchema>;
