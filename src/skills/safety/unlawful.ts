import { Phrases } from "../phrases.ts";

const UNLAWFUL = new Phrases([
  [
    "làm giả | làm dùm giấy giả | giấy giả | giấy tờ giả | =bằng giả | làm bằng giả | sổ giả | con dấu giả | hồ sơ giả | căn cước giả",
    0,
  ],
  [
    "cccd giả | sổ đỏ giả | chữ ký giả | giả chữ ký | giả mạo giấy | =làm khống | =khai khống | =khai gian | tẩy xóa năm sinh",
    0,
  ],
  [
    "mua bằng lái | mua bằng cấp | mua bằng đại học | mua bằng cấp 3 | mua bằng tốt nghiệp | mua chứng chỉ | bán bằng",
    0,
  ],
  [
    "mua giấy phép | mua giấy khám sức khỏe | mua giấy tờ | mua sổ hộ nghèo | bán giấy tờ | mua bằng b1 | mua bằng b2",
    0,
  ],
  ["có bằng không cần thi | bằng lái không cần thi | lấy bằng không cần thi | làm bằng không cần thi | khỏi thi", 0],
  [
    "bao đậu | bao đỗ | =thi hộ | thi giùm | lót tay | bôi trơn | hối lộ | đút lót | lo lót | =phong bì | đưa phong bì",
    0,
  ],
  ["đưa tiền cho cán bộ | cho cán bộ tiền | cà phê cho cán bộ | tiền cà phê | lo tiền cho nhanh", 0],
  ["chạy hồ sơ | =chạy giấy | chạy giấy tờ | chạy bằng lái | chạy chọt | chạy tiền | dịch vụ chạy", 0],
]);

/** Somebody tells of a wrong done to them or asks about the rule: not a request for it. */
const TOLD = new Phrases([
  [
    "tố cáo | tố giác | phản ánh | khiếu nại | phát hiện | =báo | tố hồ sơ | bị làm giả | bị giả | bị người | người ta làm giả",
    0,
  ],
  ["đòi | vòi | vòi vĩnh | bắt tôi | bắt em | gợi ý | bị phạt | xử phạt | mức phạt | phạt | phân biệt | nhận biết", 0],
  ["bị hủy | thu hồi | rút | yêu cầu rút | tố | tiền gửi | bị lừa | phòng chống | bị ai | kẻ gian | thi lại", 0],
]);

/** True when a text asks for forged papers, bought licences or a bribe. */
export function isUnlawful(text: string): boolean {
  return UNLAWFUL.in(text).length > 0 && TOLD.in(text).length === 0;
}

/** The text without the words of the unlawful way, to look up the lawful one. */
export function lawfulPart(text: string): string {
  return text
    .replace(/\b(?:không|khỏi|ko|khong|hông)\s+(?:cần|can)?\s*thi\b/giu, " ")
    .replace(/\b(?:giả|mua|bán|chạy)\b/giu, " ");
}
