import { Phrases } from "../phrases.ts";

const UNLAWFUL = Phrases.of(`
  làm giả | làm dùm giấy giả | giấy giả | giấy tờ giả | =bằng giả | làm bằng giả | =sổ giả | con dấu giả | hồ sơ giả |
  căn cước giả | cccd giả | sổ đỏ giả | ký giả giùm | giả chữ ký giùm | giả mạo giấy | =làm khống | =khai khống |
  =khai gian | tẩy xóa năm sinh | mua bằng lái | mua bằng cấp | mua bằng đại học | mua bằng cấp 3 |
  mua bằng tốt nghiệp | mua chứng chỉ | bán bằng | mua giấy phép | mua giấy khám sức khỏe | mua giấy tờ |
  mua sổ hộ nghèo | bán giấy tờ | mua bằng b1 | mua bằng b2 | có bằng không cần thi | bằng lái không cần thi |
  lấy bằng không cần thi | làm bằng không cần thi | bằng khỏi thi | lái khỏi thi |
  lái xe khỏi thi | bao đậu | =bao đỗ | =thi hộ | thi giùm | lót tay |
  bôi trơn | hối lộ | đút lót | lo lót | =phong bì | đưa phong bì | đưa tiền cho cán bộ | cho cán bộ tiền |
  cà phê cho cán bộ | tiền cà phê | lo tiền cho nhanh | chạy hồ sơ | =chạy giấy | chạy giấy tờ | chạy bằng lái |
  chạy chọt | chạy tiền | dịch vụ chạy | trốn thuế | né thuế | lách thuế | lách luật | giấu doanh thu | bán hai giá |
  đưa cán bộ | chi cho ai | chi cán bộ | chi bao nhiêu để | chạy cho con | chạy việc | chạy trường | chạy điểm`);

/** Never an ordinary question, whatever stands around it. */
const ALWAYS = Phrases.of(`
  photoshop | ghép ảnh giấy | đơn tố cáo bịa | tố cáo bịa | bịa chuyện tố | bịa đơn | vu khống cho | đổ oan cho`);

/** "Bằng lái xe giả", "giấy chứng nhận độc thân giả": a paper, and a few words later that it is to be false. */
const FALSE_PAPER =
  /(?:giấy|bằng|sổ|thẻ|hồ sơ|chứng chỉ|chứng nhận|căn cước|hộ chiếu)(?:\s+[\p{L}\d]+){0,6}?\s+giả(?!\p{L})/u;
/** The same typed without marks, where "gia" is also "gia đình" and "gia hạn": only where the sentence goes on so. */
const FALSE_PAPER_PLAIN =
  /\blam (?:giay|bang|so|the|ho so)(?: [a-z\d]+){0,6}?(?<! chuyen| quoc| tham) gia(?: de| duoc| o dau| bao nhieu|$)/u;

/** Somebody tells of a wrong done to them or asks about the rule: not a request for it. */
const TOLD = Phrases.of(`
  tố cáo | tố giác | phản ánh | khiếu nại | phát hiện | =báo | tố hồ sơ | bị làm giả | do làm giả |
  vì làm giả | bị tước | bị giả | bị người | người ta làm giả | đòi | vòi | vòi vĩnh | bắt tôi | bắt em | gợi ý | bị phạt | xử phạt | mức phạt | phạt |
  phân biệt | nhận biết | bị hủy | thu hồi | rút | yêu cầu rút | tố | tiền gửi | bị lừa | phòng chống | bị ai |
  kẻ gian | thi lại`);

/** True when a text asks for forged papers, bought licences or a bribe. */
export function isUnlawful(text: string): boolean {
  const lower = text.toLowerCase();
  if (ALWAYS.any(text)) return true;
  return (UNLAWFUL.any(text) || FALSE_PAPER.test(lower) || FALSE_PAPER_PLAIN.test(lower)) && !TOLD.any(text);
}

/** The text without the words of the unlawful way, to look up the lawful one. */
export function lawfulPart(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:không|khỏi|ko|khong|hông)\s+(?:cần|can)?\s*thi(?!\p{L})/giu, " ")
    .replace(/(?<!\p{L})(?:giả|mua|bán|chạy)(?!\p{L})/giu, " ");
}
