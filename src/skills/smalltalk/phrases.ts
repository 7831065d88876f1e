import { chatter } from "../../text/chatter.ts";
import { syllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";

/** Kinds of small talk; in a text with several, the first of this list is answered. */
export const KINDS = [
  "insult",
  "menu",
  "offTopic",
  "identity",
  "thanks",
  "declined",
  "goodbye",
  "agreed",
  "greeting",
  "goOn",
] as const;
export type Kind = (typeof KINDS)[number];

const SAID = Phrases.by<Kind>({
  insult: `
    đm | dm | dcm | đcm | đkm | vl | vcl | vãi | địt | đụ | đéo | đù | cặc | lồn | mẹ mày | má mày | mất dạy |
    đồ ngu | ngu quá | ngu | ngu ngốc | ngu như bò | dốt | óc chó | con chó | đồ chó | đồ khùng | khùng | điên à |
    vô dụng | dở ẹc | dở quá | tệ quá | chán quá | khốn nạn | cút đi | =cút | im đi | =câm | thằng ngu | con ngu`,
  menu: `
    start | help | menu | trợ giúp | hướng dẫn sử dụng | giúp được gì | làm được gì | biết làm gì | có thể làm gì |
    hỏi được gì | hỗ trợ gì | cách sử dụng | cách dùng | biết gì | giúp gì được | giúp gì`,
  offTopic: `
    thời tiết | trời mưa không | mưa không | giá vàng | giá đô | giá tôm | giá lúa | tỷ giá | xổ số | kết quả xổ số |
    bóng đá | đá banh | kể chuyện | kể chuyện cười | hát | hát đi | nấu ăn | người yêu | có người yêu chưa |
    có bồ chưa | ăn cơm chưa | mấy tuổi rồi | có vợ chưa | có chồng chưa | yêu em | làm thơ | làm toán | tử vi |
    xem bói | lô đề | số đề`,
  identity: `
    bạn là ai | em là ai | mày là ai | ai vậy | ai đó | là bot | là robot | là máy | bot hả | bot à | bot phải không |
    robot hả | người hay máy | máy hay người | có phải người | người thật không | người thật hả | ai tạo ra | tên gì |
    tên là gì | ai đang trả lời | chat gpt | chatgpt | trí tuệ nhân tạo | ai trả lời | phải bot`,
  thanks: `
    cảm ơn | cám ơn | cảm ơn nhiều | cám ơn nhiều | thank you | thank | thanks | tks | thks | cảm tạ | đội ơn |
    biết ơn`,
  goodbye: `
    tạm biệt | bye | bai | gặp lại sau | hẹn gặp lại | chào tạm biệt | ngủ ngon | bb | pp | hết hỏi rồi |
    hết thắc mắc | chúc sức khoẻ | chúc em khoẻ | chúc khoẻ | chúc vui | chúc ngày mới`,
  declined: `
    thôi khỏi | không cần | không cần nữa | không cần đâu | không hỏi nữa | không có gì | hết rồi | đủ rồi |
    không làm nữa | để sau | để tính lại | thôi được rồi`,
  agreed: `
    ok | oke | okie | okay | okê | vâng | được rồi | hiểu rồi | biết rồi | rõ rồi | tốt quá | hay quá | tuyệt vời |
    giỏi quá | tốt lắm | hay lắm | đúng rồi | phải rồi | vậy hả | rõ ràng quá |
    dễ hiểu quá | nhiệt tình | chu đáo | hữu ích | ngon ghê | ngon quá | xịn quá | giỏi | giỏi ghê`,
  greeting: `
    xin chào | chào | alo | hello | hi | hế lô | chào buổi sáng | chào buổi chiều | chào buổi tối | kính chào | hey |
    có ai không | có ai ở đó không | ad ơi | admin ơi | em ơi | bạn ơi | khoẻ không | khoẻ hông | rảnh không`,
  goOn: `
    cho tôi hỏi | cho em hỏi | cho hỏi | xin hỏi | muốn hỏi | tư vấn giúp | tư vấn | giúp tôi | giúp em | giúp mình`,
});

/** Words that are an answer when they are nearly all of a text, and mean nothing inside a longer one. */
const ALONE = Phrases.by<"declined" | "agreed">({
  declined: "không | thôi | khỏi",
  agreed: "có | dạ | ừ | ừm | uh | uhm | um | ờ | tốt | hay",
});
const ALONE_AT_MOST = 3;

/** What people put around small talk. */
const AROUND = Phrases.of(`
  nhiều | rất nhiều | =lắm | quá | quá trời | nghe | nghen | nhen | luôn | hôm nay | ngày mai | bữa nay | bao nhiêu |
  cô | chú | bác | cháu | con | ông | bà | cưng | bé | mày | tao | bot | trợ lý | cán bộ | mọi người | cả nhà |
  đã giúp | đã hỗ trợ | đã trả lời | giúp đỡ | thế nào | ra sao | đi | vậy đó | thiệt | thật | sao vậy | trả lời |
  thằng | đồ | cái | vậy | gì vậy | gì kỳ | kỳ | ghê | hehe | haha | hihi | kk | kkk | hôm qua | hả | á | ta |
  lần nữa | một lần nữa | nhé em | tụi | này | chút | xíu | buổi sáng | buổi chiều | buổi tối | tốt lành |
  hướng dẫn rõ ràng | rõ ràng | dễ hiểu | hơn cán bộ | hơn người | chẳng | chả | làm ăn | làm ăn như | như c |
  cô hai | anh hai | chị hai | cô ba | chú ba | anh ba | chị ba | chú tư | robot | người | người thiệt | 1 chút`);

/** "Thôi không làm khai sinh nữa": taking a request back, which names a procedure and asks nothing. */
const TAKEN_BACK =
  /^(?:thoi (?:(?:toi|tui|em|minh) )?(?:khong|hong|ko|khoi) (?:lam|dang ky|nop|xin|hoi|can)|(?:(?:toi|tui|em|minh) )?(?:khong|hong|ko) (?:lam|dang ky|nop|hoi)) (?!an|nghe|chu|viec|ruong|o)(?:\S+\s+){0,8}nua$/;

/** The kind of small talk that a text is, all of it; undefined when anything in it asks for more. */
export function smalltalkIn(text: string): Kind | undefined {
  const typed = syllables(text);
  const folded = typed.map((one) => one.folded);
  const said = [...SAID.find(typed), ...(typed.length <= ALONE_AT_MOST ? ALONE.find(typed) : [])];
  const kinds = new Set(said.map(({ value }) => value));
  if (TAKEN_BACK.test(folded.join(" "))) return "declined";
  const written = typed.map((one) => one.written);
  const open = new Set(typed.keys());
  for (const { start, end } of [...said, ...AROUND.find(typed), ...chatter(folded, written)])
    for (let i = start; i < end; i++) open.delete(i);
  return open.size > 0 ? undefined : KINDS.find((kind) => kinds.has(kind));
}
