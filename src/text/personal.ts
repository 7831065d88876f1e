/**
 * Takes personal data out of a text that is to be kept or shown elsewhere: telephone, identity, tax, account and card
 * numbers, e-mail addresses, names after a title, dates of birth, and the end of dossier codes. What only looks like it –
 * amounts of money, dates, numbers of laws, codes of procedures – stays as it is. It errs on the side of taking away.
 */

/** What stands in place of what was taken away; none of them is ever taken away again. */
const PLACE = {
  email: "‹email›",
  number: "‹số›",
  phone: "‹điện thoại›",
  name: "‹tên›",
  birth: "‹ngày sinh›",
  end: "****",
} as const;

const GAP = "[ .\\u00a0\\u2010-\\u2015()-]{0,2}";
const MONEY_UNIT = "(?=\\s*(?:đồng|dong|đ|vnđ|vnd|₫|triệu|tỷ|tỉ)(?!\\p{L}))";

/** Shapes that are nobody's: read first, so that no part of them is taken for something else. */
const KEPT = [
  "\\d\\.\\d{6}(?:\\.000\\.00\\.00\\.[GH]\\d{2})?(?![\\d.]\\d)", // code of a procedure
  "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)?(?!\\d)", // date and time, ISO 8601
  "(?:0?[1-9]|[12]\\d|3[01])(?<mark>[./-])(?:0?[1-9]|1[0-2])\\k<mark>(?:19|20)\\d{2}(?!\\d)", // day, month, year
  "(?:19|20)\\d{2}(?:[ -]{1,3}(?:19|20)\\d{2})+(?![ .-]?\\d)", // years
  `[1-9](?:\\d{0,2}(?:[ .,]\\d{3})+|\\d*)(?:,\\d+)?${MONEY_UNIT}`,
  "[1-9]\\d{0,2}(?:[.,]\\d{3})+(?![.,]?\\d)", // amount without its unit
  "(?:\\d{3}\\.\\d{2}\\.\\d{2,3}\\.)?[GH]\\d{2}(?:\\.\\d{1,4}){0,3} ?[-–] ?\\d{6,8} ?[-–] ?\\*{4}", // dossier, masked
  "[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}", // id of a request (UUID)
].join("|");

/** Prefix 0, 84, +84 or 0084 and nine or ten digits (Thông tư 22/2014/TT-BTTTT on numbering), however they are grouped. */
const PHONE = `\\(?(?:(?:\\+|00)?84|0)(?:${GAP}\\d){9,10}(?!\\d)`;

/** Nine digits and more: identity (9, 12), tax (10, 13), account and card numbers (up to 19). */
const LONG = `\\d(?:[ .\\u00a0-]?\\d){8,}(?!\\d)`;

const NUMBERS = new RegExp(`(?<!\\d|\\d:)(?:(?<kept>${KEPT})|(?<phone>${PHONE})|(?<long>${LONG}))`, "giu");
const IDENTITY = new RegExp(
  "((?:cccd|cmnd|căn cước|can cuoc|chứng minh|chung minh|định danh|dinh danh)[^\\d\\n]{0,30})" +
    `\\d(?:[ .-]?\\d){8}(?:(?:[ .-]?\\d){3})?(?![ .,-]?\\d)(?!${MONEY_UNIT})`,
  "giu",
);
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;

/** A code as the one-stop systems print it: office, date, running number. Only the last is the dossier's own. */
const DOSSIER =
  /((?:\d{3}\.\d{2}\.\d{2,3}\.)?\b[GH]\d{2}(?:\.\d{1,4}){0,3} ?[-–] ?(?:\d{8}|\d{6}) ?[-–] ?)\d{3,7}(?!\d)/giu;

const SPELLED =
  /(?:(?<!\p{L})(?:không|khong|một|mot|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin)[\s,.-]+){8,}(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|năm|nam|lăm|sáu|sau|bảy|bay|tám|tam|chín|chin)(?!\p{L})/giu;

const DAY =
  "(?:\\d{1,2}\\s*[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{2,4}|(?:ngày|ngay)?\\s*\\d{1,2}\\s*(?:tháng|thang)\\s*\\d{1,2}(?:\\s*(?:năm|nam))?\\s*\\d{2,4}|(?:19|20)\\d{2}(?!\\d))";
const BIRTH = new RegExp(
  `((?<!khai )(?<!\\p{L})sinh(?:\\s*(?:ngày|ngay|năm|nam))?[\\s:,]*(?:là|la)?\\s*)${DAY}`,
  "giu",
);

const SURNAME =
  "(?:Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Huỳnh|Huynh|Hoàng|Hoang|Phan|Vũ|Vu|Võ|Vo|Đặng|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Lâm|Lam|Trương|Truong|Mai|Đoàn|Doan|Tô|To|Cao|Thái|Thai|Tạ|Ta|Hà|Ha|Châu|Chau|Danh|Thạch|Thach|Kim|Sơn|Son|Hữu|Huu|Tiêu|Tieu|Quách|Quach|Lưu|Luu|Trịnh|Trinh|Từ|Tu|Ong|Diệp|Diep|Kiều|Kieu)";
const TITLE =
  "(?:họ\\s+và\\s+tên|họ\\s+tên|ho\\s+va\\s+ten|ho\\s+ten|tên|ten|ông|ong|bà|ba|anh|chị|chi|em|cháu|chau|con)";
const LINK = "\\s*(?:(?:tôi|toi|em|con|cháu|chau|mình|minh|vợ|vo|chồng|chong)\\s+)?(?:là|la|:)?\\s*";
const GIVEN = "(?:\\s+\\p{Lu}\\p{L}*){1,5}";
const NAMES = [
  new RegExp(
    `((?<!\\p{L})(?:${anyCase(TITLE)})${anyCase(LINK)})(?:${SURNAME}|${SURNAME.toLocaleUpperCase("vi")})${GIVEN}(?!\\p{L})`,
    "gu",
  ),
  new RegExp(`((?<!\\p{L})${TITLE}${LINK})${SURNAME}\\s+(?:văn|thị|van|thi)\\s+\\p{L}+`, "giu"),
];

/** The pattern with both cases of each first letter, so that names can be told by their capitals. */
function anyCase(pattern: string): string {
  return pattern.replace(/(?<![\\\p{L}])\p{Ll}/gu, (letter) => `[${letter}${letter.toLocaleUpperCase("vi")}]`);
}

/** Without any of these there is nothing to take away. */
const POSSIBLE = /[\p{Nd}@\s,.-]/u;

/**
 * The text without personal data, in NFC. Masking a masked text changes nothing; never throws.
 */
export function maskPersonal(text: string): string {
  if (!POSSIBLE.test(text)) return text;
  return [...NAMES]
    .reduce((masked, pattern) => masked.replace(pattern, `$1${PLACE.name}`), asciiDigits(text.normalize("NFC")))
    .replace(EMAIL, PLACE.email)
    .replace(DOSSIER, `$1${PLACE.end}`)
    .replace(BIRTH, `$1${PLACE.birth}`)
    .replace(IDENTITY, `$1${PLACE.number}`)
    .replace(SPELLED, PLACE.phone)
    .replace(NUMBERS, (...found) => {
      const { kept, phone } = found.at(-1) as { kept?: string; phone?: string };
      return kept ?? (phone === undefined ? PLACE.number : PLACE.phone);
    });
}

function asciiDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
