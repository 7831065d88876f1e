/** E-mail addresses, telephone numbers (with +84 or 0), identity numbers (9 or 12 digits) and other long numbers. */
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
const PHONE = /(?<![\d.])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d/])/gu;
const LONG_NUMBER = /(?<![\d./])\d{8,}(?![\d/])/gu;
/** "Sinh ngày 12/3/1970", "sn 1970"; "khai sinh 2 bé" is none. */
const BORN = /(?<!\p{L})(?<!khai )(?:sinh|sn) ?(?:ngày|năm)? ?:? ?(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:19|20)\d\d)/giu;

const NAME = String.raw`\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4}`;
/** "Tôi tên …", "họ và tên: …", "tôi là …", with the name in capitals. */
const INTRODUCED = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:[Tt]ên|[Tt]ên là|[Tt]ôi là|[Ee]m là|[Hh]ọ tên|[Hh]ọ và tên|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) ?:? ?)${NAME}`,
  "gu",
);
const SURNAMES =
  "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lâm|Trương|Châu|Đinh|Thạch|Danh|Sơn|Kim|Mai|Tô|Cao|Quách|Tạ|Hà|Lương|Từ";
/** A surname and one to four more words in capitals; after "xã", "đường" … it is a place. */
const NAMED = new RegExp(
  String.raw`(?<!(?:xã|phường|huyện|ấp|khóm|đường|trấn|tỉnh|chợ) )(?<!\p{L})(?:${SURNAMES})(?: \p{Lu}\p{L}*){1,4}`,
  "gu",
);
/** "Ngụ ấp 3, xã …", "địa chỉ: …" up to the end of the clause. */
const LIVING =
  /(?<!\p{L})(?:hiện )?(?:ngụ|địa chỉ ?:) ?(?:tại )?[^.;?!\n]{0,80}?(?=[.;?!\n]|, ?(?!ấp|xã|phường|khóm|tỉnh|huyện)|$)/giu;

/**
 * A text without what tells whose it is: numbers of telephones and identity papers, e-mail addresses, names, birthdays,
 * addresses. It is for searching, where such words only mislead; nothing that is shown may depend on it.
 */
export function withoutPersons(text: string): string {
  return [EMAIL, PHONE, LONG_NUMBER, INTRODUCED, NAMED, LIVING, BORN].reduce(blanked, spaced(text)).trim();
}

function blanked(text: string, pattern: RegExp): string {
  return spaced(text.replace(pattern, " "));
}

/** One blank, or one line break, where there were several: the patterns count on it. */
function spaced(text: string): string {
  return text.replace(/[^\S\n]+/gu, " ").replace(/ ?\n[ \n]*/gu, "\n");
}
