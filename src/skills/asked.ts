import type { Facet, Procedure } from "../core/procedure.ts";
import { ASPECT_PHRASES, aspects } from "../text/aspects.ts";
import { fold } from "../text/fold.ts";
import { foldedSyllables, type Syllable, syllables } from "../text/syllables.ts";
import { Phrases } from "./phrases.ts";

/** A facet asked for, and the folded words that ask for it. */
export interface Asked {
  readonly facet: Exclude<Facet, "all">;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** Sounds like a facet and is none: other words once the marks are gone, or words about the papers' way. */
const LOOK_ALIKES = Phrases.of(`
  lần đầu | ban đầu | bắt đầu | đầu tiên | đầu tư | đầu mối | đầu năm | đấu thầu | đấu giá | con dấu | đóng dấu |
  đi đâu đó | xăng dầu | phi nông nghiệp | phi thương mại | người phụ thuộc | tờ khai hải quan | làm hộ chiếu |
  làm hộ khẩu | làm hộ kinh doanh | làm hộ tịch | nộp hồ sơ | gửi hồ sơ | làm hồ sơ | đủ hồ sơ | nhận hồ sơ |
  tiếp nhận hồ sơ | thụ lý hồ sơ | giải quyết hồ sơ | trả hồ sơ | xử lý hồ sơ | rút hồ sơ | hồ sơ gốc |
  thay đổi địa chỉ | đổi địa chỉ | cập nhật địa chỉ | sai địa chỉ | chứng nhận đủ điều kiện | không bao nhiêu |
  bao nhiêu thành viên | bao nhiêu người | bao nhiêu hộ`);
/** After "nộp hồ sơ" these ask which papers after all. */
const WHICH = new Set(["gi", "nao", "gom"]);

/** Phrases that search weighs down but that ask for nothing in particular. */
const NO_FACET = folded(`
  thủ tục | thủ tục gì | cần làm thủ tục gì | quy định | theo quy định | pháp luật | pháp luật quy định | bản sao |
  bản chính | tại nhà | hướng dẫn | chỉ dẫn | thiếu giấy | trong ngày | tài liệu gì | đem theo | mang theo`);

/** Phrases that count only when nothing plainer is asked: "nộp online được không" asks for `online` alone. */
const WEAK = folded(`
  được không | có được không | có làm được không | giấy tờ | gồm những | thế nào | như thế nào | làm sao | làm thế nào |
  ra sao | sao vậy | thời gian | bắt buộc | có bắt buộc | điều kiện | đối tượng | thủ tục như thế nào | làm gì |
  thủ tục thế nào | thủ tục ra sao | phải làm gì | cần làm gì | đăng ký sao | bao nhiêu | trường hợp nào | chuẩn bị |
  lên xã | thực hiện như thế nào | kết quả | đâu | link | tốn tiền | miễn phí | phí | thẩm quyền | bằng cách nào | cách nào`);

const ASKING = new Phrases(
  ASPECT_PHRASES.flatMap((phrase) => aspects(foldedSyllables(phrase)).map(({ value }) => [phrase, value] as const)),
);

/** The facets that a text asks for, in its order. */
export function askedFacets(text: string): Asked[] {
  const typed = syllables(text);
  const hidden = new Set(
    LOOK_ALIKES.find(typed)
      .filter(({ end }) => !WHICH.has(typed[end]?.folded ?? ""))
      .flatMap(({ start, end }) => typed.slice(start, end)),
  );
  const found = ASKING.find(typed.map((one) => (hidden.has(one) ? { ...one, folded: "" } : one)))
    .map(({ start, end, value }) => ({ facet: value, phrase: phraseOf(typed.slice(start, end)), start, end }))
    .filter(({ phrase }) => !NO_FACET.has(phrase));
  const plain = found.filter(({ phrase }) => !WEAK.has(phrase));
  return plain.length > 0 ? plain : found;
}

/** The facets to tell: those asked for in words that are not simply the procedure's name. */
export function facetsFor(asked: readonly Asked[], { name }: Pick<Procedure, "name">): Facet[] {
  const title = ` ${foldedSyllables(name).join(" ")} `;
  return [...new Set(asked.filter(({ phrase }) => !title.includes(` ${phrase} `)).map(({ facet }) => facet))];
}

function phraseOf(typed: readonly Syllable[]): string {
  return typed.map((one) => one.folded).join(" ");
}

function folded(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split("|").map((phrase) => fold(phrase.trim())));
}
