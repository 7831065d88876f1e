const digits = (i: number, length: number) =>
  String((i * 7_919 + 104_729) ** 2)
    .padStart(length, "7")
    .slice(-length);

/** Things with numbers that people write, and that are no codes of dossiers. */
const KINDS: readonly ((i: number) => string)[] = [
  (i) => `Số điện thoại của tôi là 09${digits(i, 8)}`,
  (i) => `gọi 0290 ${digits(i, 3)} ${digits(i + 1, 4)} nha`,
  (i) => `+84 9${digits(i, 2)} ${digits(i + 2, 3)} ${digits(i + 3, 3)}`,
  (i) => `căn cước 096${digits(i, 9)} cấp ngày 12/${1 + (i % 12)}/2021`,
  (i) => `CMND ${digits(i, 9)}`,
  (i) => `096 ${digits(i, 3)} ${digits(i + 1, 3)} ${digits(i + 2, 3)}`,
  (i) => `tài khoản ngân hàng 1903${digits(i, 10)} chi nhánh Cà Mau`,
  (i) => `STK: ${digits(i, 4)} ${digits(i + 1, 4)} ${digits(i + 2, 4)}`,
  (i) => `thủ tục 1.${digits(i, 6)} cần giấy gì`,
  (i) => `mã thủ tục 2.${digits(i, 6)}.000.00.00.H12`,
  (i) => `Nghị định ${1 + (i % 300)}/2025/NĐ-CP ngày ${1 + (i % 28)}/6/2025`,
  (i) => `Quyết định ${digits(i, 5)}/QĐ-UBND, H12 là mã của Cà Mau`,
  (i) => `thanh toán G22.99.3-${digits(i, 12)}`,
  (i) => `mã thanh toán ${digits(i, 6)}-${digits(i + 1, 6)}`,
  (i) => `mã giấy tờ 000.00.00.G18-KQ${digits(i, 6)}`,
  (i) => `mã kết quả KQ.G18.${digits(i, 6)}`,
  (i) => `đơn vị 000.00.${10 + (i % 80)}.H12`,
  (i) => `nhà H${10 + (i % 80)} hẻm ${i % 300} đường số ${i % 40}, phường ${1 + (i % 9)}`,
  (i) => `lô G${10 + (i % 80)}-${1 + (i % 30)} khu dân cư, thửa ${digits(i, 3)}, tờ ${1 + (i % 60)}`,
  (i) => `xe 69H1-${digits(i, 5)} đăng ký năm ${2015 + (i % 12)}`,
  (i) => `phòng H${10 + (i % 80)} ${digits(i, 6)} ${digits(i + 1, 12)}`,
  (i) => `máy G${10 + (i % 80)}: 0${digits(i, 5)} 0${digits(i + 1, 3)} còn mới`,
  (i) => `sinh ngày ${1 + (i % 28)}-${1 + (i % 12)}-19${50 + (i % 50)} ở Thới Bình`,
  (i) => `lệ phí ${1 + (i % 90)}.000 đồng, thuế ${digits(i, 3)}.000đ`,
  (i) => `mã số thuế 2000${digits(i, 6)}-${String(i % 999).padStart(3, "0")}`,
  (i) => `ngày 2026${String(1 + (i % 12)).padStart(2, "0")}15 lúc 07:${10 + (i % 49)}, số thứ tự ${1000 + i}`,
  (i) => `bảo hiểm GD479${digits(i, 10)}`,
  (i) => `BHXH 79${digits(i, 8)} nghỉ thai sản ${1 + (i % 6)} tháng`,
  (i) => `đơn hàng SPX-26010${i % 10}-${digits(i, 4)}-VN`,
  (i) => `AH12-260105-${digits(i, 4)} là mã máy`,
  (i) => `làm khai sinh cho con sinh năm ${2015 + (i % 11)} cần ${1 + (i % 5)} bản`,
  (i) => `https://example.vn/bai-viet-${digits(i, 6)}-h12-${digits(i, 2)}.html`,
  (i) => `wifi mật mã H12${digits(i, 6)}${digits(i + 1, 4)}`,
  (i) => `tọa độ 9.${digits(i, 6)}, 105.${digits(i + 1, 6)}`,
  (i) => `hồ sơ số ${digits(i, 4)} ngày ${1 + (i % 28)}.1.2026`,
];

/** 2,000 and more sentences without a dossier's code. */
export function ordinarySentences(): string[] {
  return Array.from({ length: 60 }, (_, i) => KINDS.map((kind) => kind(i))).flat();
}
