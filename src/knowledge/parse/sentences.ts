const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "Dòng này trùng tên với một dòng ở trên; hãy gộp lại thành một.",
  BLOCK_AS_IMPLICIT_KEY: "Trong dòng có dấu hai chấm (:) nên máy hiểu nhầm; hãy đặt cả phần chữ trong dấu nháy kép.",
  TAB_AS_INDENT: "Đầu dòng thụt vào bằng phím Tab; hãy thay bằng dấu cách.",
  MISSING_CHAR: "Thiếu dấu nháy đóng, dấu ngoặc đóng, hoặc thiếu dấu hai chấm sau tên dòng.",
  BAD_SCALAR_START: "Chữ bắt đầu bằng dấu đặc biệt (@, ` hoặc %); hãy đặt trong dấu nháy kép.",
  BAD_INDENT: "Dòng thụt vào không thẳng hàng với các dòng cùng nhóm, hoặc thiếu dấu ngoặc đóng.",
  MULTILINE_IMPLICIT_KEY: "Thiếu dấu hai chấm sau tên dòng, hoặc chữ bị xuống dòng giữa chừng.",
  BAD_ALIAS: "Chữ bắt đầu bằng dấu * hoặc & nên máy hiểu nhầm; hãy đặt trong dấu nháy kép.",
};

/**
 * A sentence in plain Vietnamese for a fault of the YAML parser.
 * @param code error code of the `yaml` package (https://eemeli.org/yaml/#errors)
 */
export function syntaxSentence(code: string, message: string): string {
  return SYNTAX[code] ?? `Máy không đọc được dòng này: có thể thụt dòng lệch hoặc thiếu dấu nháy kép (${message}).`;
}

const NAMES: Readonly<Record<string, string>> = {
  code: "mã thủ tục",
  name: "tên",
  domain: "lĩnh vực",
  level: "cấp thực hiện",
  agency: "cơ quan giải quyết",
  who: "ai được làm",
  online: "mức làm trên mạng",
  time: "thời hạn",
  fees: "lệ phí",
  amount: "số tiền",
  when: "trường hợp nào",
  value: "bao lâu",
  result: "kết quả nhận được",
  legalBasis: "căn cứ pháp lý",
  number: "số hiệu văn bản",
  verified: "ngày kiểm lại nguồn",
  origin: "nguồn gốc tệp",
  sources: "nguồn",
  ask: "câu hỏi",
  options: "các lựa chọn",
  papers: "giấy tờ",
  label: "tên lựa chọn",
  common: "mức hay gặp",
  event: "chuyện đời",
  phrases: "cách bà con hỏi",
  away: "chữ chỉ thủ tục khác",
  say: "chữ bà con dùng",
  mean: "chữ trong văn bản",
  address: "địa chỉ",
  serves: "phục vụ nơi nào",
  source: "nguồn",
};

/** A field as an officer knows it: its name in the file, and what it means. */
export function fieldName(field: PropertyKey | undefined): string {
  const name = String(field ?? "");
  return NAMES[name] ? `"${name}" (${NAMES[name]})` : `"${name}"`;
}
