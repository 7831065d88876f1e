import type { Guide } from "../../core/guide.ts";
import { chatter } from "../../text/chatter.ts";
import { syllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";
import type { Guides } from "./place.ts";

/** Words with which people ask to be shown how. */
const HOW = Phrases.of(`
  hướng dẫn | chỉ dẫn | chỉ | chỉ cho | bày | dạy | cách | các bước | từng bước | làm sao | sao | thế nào | như thế nào |
  ra sao | sao vậy | bằng cách nào | cách nào | làm cách nào | không biết | chưa biết`);

/** What stands around it and asks for nothing more. */
const AROUND = Phrases.of(`
  biết | vậy ta | đi | luôn | lại | nữa | giúp đỡ | hộ | dùm | má | mẹ | ba | cha | bố | vợ | chồng | người nhà | con |
  bà | ông | bác | chú | cô | dì | người già | người lớn tuổi | từ đầu | trên điện thoại | bằng điện thoại | trên máy |
  ad | bị | lỡ | mới | tự | chi tiết | dễ hiểu | nhanh | lẹ`);

const LIST = Phrases.of(`
  hướng dẫn | huong dan | các hướng dẫn | danh sách hướng dẫn | hướng dẫn từng bước | xem hướng dẫn |
  có hướng dẫn gì | hướng dẫn gì`);

const books = new WeakMap<Guides, Phrases<string>>();

/**
 * The guide that a text asks for, all of it; undefined when anything in it asks for more, such as the fee. A guide to
 * submitting one procedure must be asked for with a "how": its name alone asks about the procedure.
 */
export function guideAsked(text: string, guides: Guides): string | undefined {
  if (guides.size === 0 || text.startsWith("#")) return undefined;
  const typed = syllables(text);
  const named = bookOf(guides).find(typed);
  const [first] = named.toSorted((one, other) => other.end - other.start - (one.end - one.start));
  if (!first) return undefined;
  const how = HOW.find(typed);
  if (how.length === 0 && (guides.get(first.value)?.procedures.length ?? 0) > 0) return undefined;
  const open = new Set(typed.keys());
  const small = chatter(
    typed.map((one) => one.folded),
    typed.map((one) => one.written),
  );
  for (const { start, end } of [first, ...how, ...AROUND.find(typed), ...small])
    for (let i = start; i < end; i++) open.delete(i);
  return open.size > 0 ? undefined : first.value;
}

/** Whether a text asks which guides there are. */
export function listAsked(text: string): boolean {
  const typed = syllables(text);
  return LIST.find(typed).some(({ start, end }) => start === 0 && end === typed.length);
}

/** The guide that walks through submitting this procedure online. */
export function guideFor(code: string, guides: Guides): Guide | undefined {
  return [...guides.values()].find(({ procedures }) => procedures.includes(code));
}

function bookOf(guides: Guides): Phrases<string> {
  const known = books.get(guides);
  if (known) return known;
  const book = new Phrases(
    [...guides.values()].flatMap(({ id, title, aliases }) =>
      [title, ...aliases].map((phrase) => [phrase, id] as const),
    ),
  );
  books.set(guides, book);
  return book;
}
