import { PhraseBook, type Written } from "./match.ts";

/**
 * Words that turn an everyday procedure into a rare sister ("cấp lại", "nước ngoài", "lưu động"). Each line is one
 * meaning with the ways to say it; a question and a title agree on a modifier when both have it.
 */
const NARROWING: readonly string[] = [
  "cấp lại | làm lại | xin lại | mất | bị mất | làm mất | đánh mất | rớt mất | thất lạc | hỏng | hư hỏng | bị rách | rách | cháy | trôi mất",
  "đăng ký lại | làm lại sổ",
  "cấp đổi | đổi | đổi sang | đổi mới | thay mới",
  "gia hạn | hết hạn | sắp hết hạn | quá hạn giấy",
  "điều chỉnh | thay đổi | sửa đổi | cải chính | chỉnh sửa | sửa lại | sửa | đính chính | ghi sai | bị sai | sai tên | sai ngày",
  "bổ sung",
  "chấm dứt | giải thể | ngừng hẳn | đóng cửa | nghỉ bán | thôi không làm | dẹp tiệm | nghỉ luôn",
  "tạm ngừng | tạm dừng | tạm nghỉ | nghỉ một thời gian",
  "thu hồi | hủy bỏ | huỷ bỏ | bãi bỏ | hủy",
  "xóa | xoá | cắt",
  "nước ngoài | người nước ngoài | việt kiều | yếu tố nước ngoài | quốc tịch | tây | hàn quốc | đài loan | ngoại quốc | lãnh sự",
  "biên giới | nước láng giềng | khu vực biên giới",
  "lưu động | tới tận nhà | đến tận nhà",
  "kết hợp | cùng lúc | một lượt",
  "giám hộ",
  "khai tử | chết | qua đời | mất đi | từ trần",
  "đã có hồ sơ | giấy tờ cá nhân",
  "tách | tách thửa | tách hộ | chia",
  "hợp nhất | sáp nhập | hợp thửa | gộp",
  "tạm thời",
  "cấp tỉnh",
  "trung ương | cấp bộ",
  "tổ chức | công ty | doanh nghiệp | pháp nhân",
  "chi nhánh | văn phòng đại diện",
  "liên hiệp hợp tác xã",
  "khiếu nại",
  "tố cáo",
  "quân đội | quân sự | bộ đội",
  "miễn thuế | giảm thuế | miễn giảm",
  "hoàn thuế | hoàn tiền thuế",
  "nộp dần | gia hạn nộp | khoanh nợ | xóa nợ",
];

/** Words that name the thing itself; having them in common is a good sign, lacking one says less. */
const TOPICS: readonly string[] = [
  "chuyển nhượng | sang tên | sang nhượng | mua bán | bán lại",
  "thừa kế | di sản | hưởng thừa kế",
  "tặng cho | cho tặng",
  "lần đầu | lần đầu tiên | mới | cấp mới",
  "trực tuyến | toàn trình | qua mạng | online",
  "dưới 14 tuổi | trẻ em | em bé | con nít | con tôi | con tui",
  "hợp tác xã | htx",
  "tổ hợp tác",
  "hộ kinh doanh | tiệm | quán | sạp",
  "công nhận",
  "xác nhận",
  "bản sao | sao y | photo | trích lục",
  "mức độ 1 | mức 1",
  "mức độ 2 | mức 2",
  "di chúc",
  "hợp đồng | giao dịch",
  "chữ ký",
  "người dịch | bản dịch",
  "con nuôi | nuôi con nuôi",
  "hộ nghèo",
  "cận nghèo",
  "thoát nghèo",
  "mai táng | ma chay | chôn cất",
  "khuyết tật",
  "liệt sĩ",
  "công an",
  "nhập khẩu",
  "xuất khẩu",
  "vận tải",
  "máy chuyên dùng | xe máy chuyên dùng",
  "tàu cá",
];

/** Modifiers of a text, a bit each: at most 32 of each kind. */
export interface Modifiers {
  readonly narrowing: number;
  readonly topics: number;
}

const book = new PhraseBook<Modifiers>();
NARROWING.forEach((line, number) => {
  for (const phrase of line.split("|")) book.add(phrase, { narrowing: 1 << number, topics: 0 });
});
TOPICS.forEach((line, number) => {
  for (const phrase of line.split("|")) book.add(phrase, { narrowing: 0, topics: 1 << number });
});

/** The modifiers that a run of syllables holds; see `PhraseBook.find` for `written`. */
export function modifiersOf(folded: readonly string[], written?: Written): Modifiers {
  let narrowing = 0;
  let topics = 0;
  for (const { value } of book.find(folded, written)) {
    narrowing |= value.narrowing;
    topics |= value.topics;
  }
  return { narrowing, topics };
}

/** How many bits are set. */
export function bitCount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
