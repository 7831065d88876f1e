import { aspects } from "../../text/aspects.ts";
import { chatter } from "../../text/chatter.ts";
import { syllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";

/** Words of a question that goes on with the same procedure. */
const GOING_ON = Phrases.of(`
  thế còn | vậy còn | còn | luôn | thêm | nữa | thủ tục này | cái này | cái đó | vụ này | việc này | cái | vụ | làm |
  nộp | đi | lấy | nhận | đóng | trả | tốn | hết | vậy em | hả em | cụ thể | chi tiết | đầy đủ | rõ hơn | nói | xem |
  nói rõ | nói rõ hơn | giải thích | phải không | đúng không | ha | hé | nghen | v | z | dc | đc | k | ko`);

/**
 * The folded syllables of a text that name a need: without the words for facets, chatter and going on. Empty means that
 * the text is about whatever is being talked about.
 */
export function contentOf(text: string): string[] {
  const typed = syllables(text);
  const folded = typed.map((one) => one.folded);
  const written = typed.map((one) => one.written);
  const empty = new Set<number>();
  for (const { start, end } of [...aspects(folded), ...chatter(folded, written), ...GOING_ON.find(typed)])
    for (let i = start; i < end; i++) empty.add(i);
  return folded.filter((_, i) => !empty.has(i));
}
