import type { Facet } from "../core/procedure.ts";
import { type Found, PhraseBook, type Written } from "./match.ts";

/**
 * How people ask for one side of a procedure. Used twice: to know which facet is wanted, and to weigh these words down
 * when looking for the procedure itself. Matching is on folded syllables, longest phrase first.
 */
const ASPECTS: Readonly<Record<Exclude<Facet, "all">, string>> = {
  papers: `
    giấy tờ gì | giấy tờ nào | những giấy tờ | giấy tờ cần | giấy tờ | cần giấy gì | giấy gì | hồ sơ gì | hồ sơ gồm |
    hồ sơ gồm những gì | nộp hồ sơ gì | nộp hồ sơ nào | làm hồ sơ gì | hồ sơ bao gồm | bao gồm những gì |
    gồm những gì | gồm những | thành phần hồ sơ | hồ sơ cần |
    bộ hồ sơ | hồ sơ | cần những gì | cần gì | cần chuẩn bị gì | cần chuẩn bị những gì | chuẩn bị gì |
    chuẩn bị những gì | chuẩn bị | mang theo gì | mang theo những gì | mang gì | đem theo gì | đem gì | đem theo |
    mang theo | bản chính | bản sao | bao nhiêu bản | mấy bản | tài liệu gì | những tài liệu gì | cần có gì |
    phải có gì | nộp gì | nộp những gì | số lượng hồ sơ | thiếu giấy`,
  time: `
    bao lâu | mất bao lâu | trong bao lâu | bao lâu thì có | bao lâu xong | mấy ngày | bao nhiêu ngày | mấy bữa |
    mấy hôm | khi nào có | khi nào xong | chừng nào có | chừng nào xong | bao giờ có | bao giờ xong | bao giờ |
    chừng nào | thời hạn | thời hạn giải quyết | thời gian | thời gian giải quyết | thời gian xử lý | lâu không |
    có lâu không | nhanh không | có lấy liền không | lấy liền | lấy ngay | trong ngày | hẹn ngày nào | ngày nào lấy |
    mấy tháng | bao nhiêu tháng`,
  where: `
    ở đâu | nộp ở đâu | làm ở đâu | đến đâu | tới đâu | đi đâu | chỗ nào | nơi nào | cơ quan nào | ra đâu | lên đâu |
    lên xã | địa chỉ | nộp đâu | làm đâu | đâu | nơi nộp | nộp hồ sơ ở đâu | liên hệ cơ quan nào | liên hệ ở đâu |
    liên hệ ai | thẩm quyền | cơ quan có thẩm quyền | xã hay tỉnh | giờ làm việc | mấy giờ`,
  who: `
    ai được | ai làm được | ai phải | đối tượng nào | đối tượng | điều kiện gì | điều kiện | có được không |
    được không | có làm được không | ai đi | làm thay | làm giùm | đi thay | nhờ người khác | ủy quyền | làm hộ |
    nộp hộ | nộp thay | yêu cầu gì | yêu cầu điều kiện | bao nhiêu tuổi | mấy tuổi | dành cho ai | trường hợp nào |
    những trường hợp nào | có bắt buộc | bắt buộc`,
  law: `
    căn cứ | căn cứ pháp lý | luật nào | theo luật nào | nghị định nào | thông tư nào | quy định ở đâu | văn bản nào |
    quy định nào | quy định | cơ sở pháp lý | điều luật | văn bản pháp luật | dựa vào đâu | luật gì | theo quy định |
    pháp luật | pháp luật quy định`,
  steps: `
    làm sao | làm thế nào | như thế nào | thế nào | cách làm | các bước | mấy bước | bao nhiêu bước | những bước nào | bước nào | trình tự |
    trình tự thực hiện | quy trình | thủ tục gì | thủ tục như thế nào | thủ tục thế nào | thủ tục ra sao | ra sao |
    phải làm gì | làm gì | làm những gì | cần làm gì | cần làm thủ tục gì | thực hiện như thế nào | cách thức |
    bằng cách nào | cách nào | hướng dẫn | chỉ dẫn | chỉ cách | làm kiểu gì | kiểu gì | đăng ký sao | sao vậy | thủ tục`,
  fee: `
    bao nhiêu tiền | mất bao nhiêu tiền | tốn bao nhiêu | tốn bao nhiêu tiền | hết bao nhiêu | hết bao nhiêu tiền |
    mất tiền không | tốn tiền không | tốn tiền | có tốn | lệ phí | phí | phí bao nhiêu | mức phí | mức lệ phí |
    chi phí | giá bao nhiêu | bao nhiêu | đóng bao nhiêu | đóng tiền | nộp bao nhiêu | mấy đồng | mấy trăm |
    có phí không | có mất phí | miễn phí | free | thu tiền | thu phí | tiền nong | giá tiền | tiền lệ phí`,
  online: `
    online | trực tuyến | qua mạng | trên mạng | trên điện thoại | làm ở nhà | tại nhà | nộp qua mạng |
    nộp trực tuyến | toàn trình | có nộp online | qua bưu điện | bưu chính | gửi bưu điện | dịch vụ công trực tuyến |
    có phải đến | có phải đi | có cần đến | phải đến trực tiếp | làm trên vneid | link | đường dẫn | trang web`,
  result: `
    kết quả | kết quả là gì | nhận được gì | được cấp gì | được gì | nhận kết quả | lấy kết quả | được nhận gì |
    cấp giấy gì | có giá trị bao lâu | giá trị bao lâu`,
  form: `
    mẫu đơn | mẫu tờ khai | tờ khai | biểu mẫu | mẫu nào | mẫu gì | tải mẫu | tờ đơn | đơn mẫu | đơn nào | viết đơn |
    đơn gì | xin mẫu | mẫu số`,
};

const book = new PhraseBook<Exclude<Facet, "all">>();
/** Every aspect phrase, as written. */
export const ASPECT_PHRASES: readonly string[] = Object.entries(ASPECTS).flatMap(([facet, phrases]) =>
  phrases.split("|").map((phrase) => {
    book.add(phrase, facet as Exclude<Facet, "all">);
    return phrase.trim();
  }),
);

/** The aspect phrases in a run of syllables; see `PhraseBook.find` for `written`. */
export function aspects(folded: readonly string[], written?: Written): Found<Exclude<Facet, "all">>[] {
  return book.find(folded, written);
}
