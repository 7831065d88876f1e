import { type Found, PhraseBook, type Written } from "./match.ts";

/** Words that carry no need: greetings, politeness, pronouns, particles, verbs of wanting. */
const CHATTER = `
  xin chào | chào | dạ | thưa | ad | admin | bot | anh ơi | chị ơi | em ơi | bạn ơi | cán bộ ơi | ơi | alo | hello |
  hi | cho tôi hỏi | cho em hỏi | cho mình hỏi | cho con hỏi | cho hỏi | xin hỏi | tôi muốn hỏi | em muốn hỏi |
  muốn hỏi | hỏi | đề nghị cho biết | đề nghị quý cơ quan cho biết | xin cho biết | cho tôi biết | cho biết |
  vui lòng cho biết | vui lòng | làm ơn | giúp tôi | giúp em | giúp mình | giúp | giùm | dùm | tư vấn | với ạ |
  tôi muốn | em muốn | mình muốn | con muốn | tui muốn | muốn | tôi cần | em cần | cần phải | cần | phải | định |
  tính | xin | được | thì | là | mà | và | với | của | cho | để | thế | vậy | nhỉ | nha | nhé | ạ | hả | hen | hông |
  không | hong | ko | có | rồi | cũng | đang | sẽ | đã | khi | nếu | này | đó | kia | ấy | những | các | một | gì |
  nào | sao | bây giờ | giờ | hiện tại | hiện nay | hiện | tôi | tui | mình | em | bạn | chúng tôi | quý cơ quan |
  cơ quan | anh | chị | ai | nhà em | nhà tôi | bên em | bên tôi | ở | tại | trong | trên | theo | về | đối với |
  thực hiện | tiến hành | việc`;

/** Every chatter phrase, as written. */
export const CHATTER_PHRASES: readonly string[] = CHATTER.split("|").map((phrase) => phrase.trim());

const book = new PhraseBook<string>();
for (const phrase of CHATTER_PHRASES) book.add(phrase, phrase);

/** The chatter in a run of syllables; see `PhraseBook.find` for `written`. */
export function chatter(folded: readonly string[], written: Written): Found<string>[] {
  return book.find(folded, written);
}
