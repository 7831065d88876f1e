import type { Turn } from "../../core/conversation.ts";
import { askedFacets } from "../asked.ts";
import { Phrases } from "../phrases.ts";
import type { Words } from "../words.ts";

export type Emergency = keyof Words["safety"]["emergency"];

const DANGERS = Phrases.by<Emergency>({
  fire: `
    cháy rừng | rừng cháy | =cháy đồng | cháy kho | =cháy quán | cháy tiệm | bốc cháy | cháy lan |
    cháy nhà | nhà cháy | nhà tôi cháy | nhà tui cháy | nhà em cháy | nhà mình cháy | =đang cháy | nhà đang cháy |
    hàng xóm đang cháy | nhà bị cháy |
    phát cháy | cháy lớn | cháy rồi | cháy to | cháy dữ | cháy cả nhà | =cháy chợ | =cháy xe | =cháy ghe | =cháy tàu |
    hỏa hoạn | nổ bình gas | nổ gas | xì gas | chập điện | =cứu hỏa | gọi cứu hỏa | xe cứu hỏa |
    điện thoại cứu hỏa | gọi báo cháy | báo cháy ở đâu | lửa cháy | khói nhiều quá | =cháy quá`,
  water: `
    chìm ghe | chìm tàu | chìm xuồng | chìm vỏ | ghe chìm | tàu chìm | xuồng chìm | chìm đò | đò chìm | lật ghe |
    lật xuồng | lật tàu | lật vỏ | đang chìm | bị chìm | gặp nạn trên biển | tàu bị nạn | =trôi dạt | ghe trôi dạt | ghe bị sóng đánh |
    tàu bị sóng đánh |
    chết đuối | =đuối nước | bị đuối nước | người đuối nước | con đuối nước | sắp đuối | rớt xuống sông |
    té xuống sông | té sông | rớt sông | té xuống nước | mất tích trên biển | nước cuốn | cuốn trôi | rơi xuống biển |
    té xuống biển | rớt xuống biển`,
  medical: `
    bị tai nạn | có tai nạn | tai nạn xe | tai nạn giao thông | gây tai nạn | tông xe | xe tông | xe đụng |
    cần cấp cứu | gọi cấp cứu | xe cấp cứu | đi cấp cứu | cấp cứu gấp | số cấp cứu | đột quỵ | ngất xỉu | xỉu rồi |
    co giật | khó thở | không thở | ngưng thở | chảy máu nhiều | rắn cắn | ngộ độc | điện giật | bị giật điện |
    sét đánh | vỡ ối | chuyển dạ | =đau đẻ | đang đau đẻ | bất tỉnh | đau ngực dữ`,
  crime: `
    cạy cửa | phá cửa | đột nhập | trộm đang | đang trộm | đang cướp | bị rượt | dí dao | mất tích từ | bị mất tích |
    bị lạc mất | trẻ lạc | con bị lạc | chưa thấy về nhà |
    bị cướp | có cướp | cướp giật | ăn cướp | bị trộm | trộm vô nhà | có trộm | ăn trộm | kẻ trộm | trộm đột nhập |
    bị đâm | bị chém | chém nhau | đâm nhau | đánh nhau | bị đánh | bị hành hung | giết người | dọa giết | đòi giết |
    =chồng đánh | bị chồng đánh | chồng đánh tôi | chồng đánh em | chồng tôi đánh | chồng tui đánh |
    bạo lực gia đình | bạo hành | bị hiếp | hiếp dâm | bắt cóc | bị lừa đảo | bị lừa tiền | bị lừa qua mạng |
    bị lừa chuyển tiền | cầm dao | cầm súng | đòi chém | đòi đâm | giang hồ tới nhà`,
  child: `
    bạo hành trẻ | bạo hành trẻ em | đánh đập trẻ | đánh đập con | xâm hại trẻ | xâm hại trẻ em | dâm ô |
    hiếp dâm trẻ em | hiếp dâm trẻ | bắt cóc trẻ em | bắt cóc trẻ | bé bị đánh | trẻ bị đánh | bé bị xâm hại`,
  despair: `
    =tự tử | muốn tự tử | định tự tử | đòi tự tử | tự tử chết | =tự vẫn | tự sát | muốn chết | không muốn sống |
    hết muốn sống | =chán sống | nhảy cầu | nhảy sông | uống thuốc sâu | uống thuốc rầy | uống thuốc trừ sâu |
    uống thuốc diệt cỏ | không thiết sống`,
  disaster: `
    mắc kẹt | bị kẹt trong | đang sạt lở | sạt nhà rồi | sập nhà | nhà sập | bị vùi | lốc xoáy | vòi rồng |
    người kẹt | kẹt bên trong | kẹt bên dưới | kẹt trong nhà | sạt xuống sông | lở xuống sông`,
});

/** A cry for help: nothing else in the text can make it an ordinary question. */
const CRIES = Phrases.of(`
  cứu với | cứu tôi | cứu tui | cứu em | cứu mạng | kêu cứu | ai cứu | giúp với gấp | khẩn cấp`);

/** Words of paperwork: with these a danger is what happened before, not what happens now. */
const PAPERWORK = Phrases.of(`
  thủ tục | giấy | giấy tờ | hồ sơ | =sổ | sổ đỏ | sổ hồng | mất sổ | làm sổ | =đơn | làm đơn | đăng ký | xác nhận |
  xin phép | cấp phép | giấy phép | cấp lại | làm lại | cấp đổi | bảo hiểm | bhyt | bhxh | trợ cấp | chế độ | hỗ trợ |
  bồi thường | được hưởng | hưởng | tử tuất | khai tử | chứng tử | mai táng | phòng cháy | pccc | chữa cháy |
  nghiệm thu | thẩm duyệt | hệ thống | thiết bị | xử phạt | mức phạt | bị phạt | phạt | luật | nghị định | quy định |
  tố cáo | khiếu nại | tố giác | ly hôn | thuế | bằng lái | căn cước | cccd | hộ chiếu | cà vẹt | biển số |
  giám định | xóa đăng ký | miễn giảm | thanh toán | phòng chống | mô hình | mục tiêu | biện pháp | tuyên truyền |
  tổ chức | đề án | chương trình | là gì | xin giảm | xin miễn | xin bớt | xin trợ cấp | xin hỗ trợ | xin cấp |
  hợp đồng | đánh máy | hòa giải viên | công an viên | dân phòng | tai nạn lao động | tai nạn chết | tử vong |
  thẻ y tế | tiền thuốc | hư bỏ | bán ra | năm ngoái | năm trước | hồi trước | hồi năm | trước đây | tháng trước |
  chứng minh | bản vẽ | xóa tên | xóa sổ | cắt sổ | sổ đất | sổ phép | bình cứu hỏa | sổ ghi | tiền nộp | tem | đội xung kích | dân quân |
  đánh cắp | quyết định | chạy xe | thiệt mạng | hy sinh | nằm viện | ngày công | đất bị | mất bằng | đột quỵ chết |
  trục vớt | phải vớt | kiện | bệnh nghề nghiệp | tuần trước | ngày xưa | hồi xưa`);

/** Facets that nobody in danger asks for. */
const CALM = new Set(["papers", "fee", "form", "law", "result", "time"]);

/** The emergency that a text cries out, or undefined when it is an ordinary question. */
export function emergencyIn({ text }: Pick<Turn, "text">): Emergency | undefined {
  const [first, ...others] = DANGERS.in(text);
  if (first === undefined) return undefined;
  const ordinary = PAPERWORK.any(text) || askedFacets(text).some(({ facet }) => CALM.has(facet));
  if (ordinary && !CRIES.any(text)) return undefined;
  return others.includes("child") ? "child" : first;
}
