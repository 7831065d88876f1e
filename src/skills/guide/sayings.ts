import { foldedSyllables } from "../../text/syllables.ts";
import type { Input, Plain } from "./payload.ts";

/** How people shorten in chats what is said at every step. */
const SHORT: Readonly<Record<string, string>> = {
  ko: "khong",
  k: "khong",
  kg: "khong",
  hok: "khong",
  hong: "khong",
  hem: "khong",
  dc: "duoc",
  r: "roi",
};

/** Words that change nothing around what is said. */
const BEFORE = /^(?:(?:da|vang|toi|tui|em|oi|ad|minh|con|anh|chi|chu|bac|thi|thoi|cho|roi|nay) )+/;
const AFTER =
  /(?: (?:roi|nha|nhe|a|em|oi|vay|luon|di|do|nghen|nghe|hen|ha|ne|nua|gium|dum|giup|voi|toi|tui|anh|chi|con|minh))+$/;

/** What people type instead of pressing, whole messages, whether with marks or without. */
const SAID: Readonly<Record<Plain, string>> = {
  done: `xong | đã xong | làm xong | xong hết | xong bước này | tiếp | tiếp tục | tiếp theo | làm tiếp | đi tiếp | kế tiếp |
    bước tiếp | bước tiếp theo | bước sau | bước kế | sang bước sau | ok | oke | okê | được | làm được | thấy |
    hiểu | rồi | ừ | ừm | vâng | dạ`,
  back: `quay lại | trở lại | bước trước | lùi lại | lui lại | lùi | quay về | về bước trước | quay lại bước trước |
    trở về`,
  skip: "bỏ qua | bỏ qua bước này | qua bước này | khỏi bước này | bỏ bước này | skip",
  show: `nói lại | lặp lại | nhắc lại | xem lại | đọc lại | gửi lại | nói lại bước này | xem lại bước này | bước mấy |
    đang bước mấy | đang ở đâu | tới đâu | chưa hiểu | không hiểu | nói lại coi`,
  pause: `dừng | dừng lại | tạm dừng | tạm ngưng | để sau | làm sau | để mai | mai làm | mai làm tiếp | lát nữa |
    lát làm | chút nữa làm | bữa khác | hôm khác | khi khác | để bữa khác | nghỉ | pause`,
  remind: `nhắc | nhắc tôi | nhắc em | nhắc ngày mai | nhắc tôi ngày mai | nhắc em ngày mai | ngày mai nhắc | mai nhắc | nhắc sau | nhắc lại sau | nhắc lại ngày mai |
    nhắc vào ngày mai | mai nhắc lại`,
  cancel: `huỷ | huỷ bỏ | thoát | dừng hẳn | không làm nữa | thôi không làm nữa | bỏ luôn | kết thúc | khỏi làm |
    thôi khỏi làm | stop | cancel`,
  stuck: `kẹt | bị kẹt | kẹt ở bước này | bị kẹt ở bước này | vướng | bị vướng | không được | chưa được | làm không được |
    không làm được | lỗi | bị lỗi | báo lỗi | không thấy | không thấy nút | không thấy chỗ đó | không biết làm | không biết | không rõ |
    làm sao | khó quá | chưa xong | không vô được | không vào được | vẫn không được`,
};

const MEANING = new Map(
  (Object.keys(SAID) as Plain[]).flatMap((kind) => SAID[kind].split("|").map((said) => [bare(said), kind] as const)),
);

/** What a whole message says that is neither a choice nor typed for the step: "xong rồi", "quay lại dùm tôi". */
export function plainSaid(text: string): Plain | undefined {
  return MEANING.get(bare(text)) ?? MEANING.get(wordsOf(text).join(" "));
}

/** What still counts while a guide rests: "xong rồi" and "kẹt rồi" can be about nothing else. */
export function saidAtRest(text: string): Input | undefined {
  const kind = plainSaid(text);
  return kind === "stuck" || (kind === "done" && foldedSyllables(text).includes("xong")) ? { kind } : undefined;
}

/** Whether a text asks to go on with what rests: "tiếp tục", "làm tiếp". */
export function asksToGoOn(text: string): boolean {
  return /^(?:tiep|tiep tuc|tiep theo|lam tiep|di tiep|tiep tuc huong dan|lam tiep huong dan)$/.test(bare(text));
}

/** The folded words of a text, spelled out. */
export function wordsOf(text: string): string[] {
  return foldedSyllables(text).map((word) => SHORT[word] ?? word);
}

/** Folded, without what is put around out of politeness. */
export function bare(text: string): string {
  const words = wordsOf(text).join(" ");
  const middle = words.replace(BEFORE, "").replace(AFTER, "");
  return middle === "" ? words : middle;
}
