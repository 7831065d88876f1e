/** The menu beside the input field, in the words people see. Names: 1–32 of a–z, 0–9 and _ (core.telegram.org/bots/api#botcommand). */
export const COMMANDS = [
  { command: "start", description: "Bắt đầu" },
  { command: "help", description: "Em giúp được gì" },
  { command: "tra_cuu", description: "Tra cứu hồ sơ đã nộp" },
  { command: "huong_dan", description: "Hướng dẫn nộp hồ sơ trực tuyến" },
  { command: "can_bo", description: "Gặp cán bộ" },
  { command: "xoa_du_lieu", description: "Xóa dữ liệu của tôi" },
] as const;
