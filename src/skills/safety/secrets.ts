import { syllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";

export type Secret = "typed" | "asked";

const NAMES = Phrases.of(`
  otp | mã otp | mật khẩu | password | passcode | pass | mã pin | pin | cvv | mã xác thực`);
const ASKING = Phrases.of(`
  cho em | cho bot | đưa | đọc | gửi | cung cấp | cần mật khẩu | cần otp | hỏi mã | hỏi otp | hỏi mật khẩu | đòi |
  xin`);

/** Longest distance in syllables between "mã OTP là" and the code itself. */
const NEAR = 5;
/** 13–19 digits, in groups or not: bank cards (ISO/IEC 7812). */
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/u;
const ONLY_CODE = /^\D{0,3}\d{6}\D{0,3}$/u;

/**
 * Whether a text gives a secret away ("otp của tôi là 482913", a card number, six digits alone), or asks who may have one.
 * Forgotten passwords are ordinary questions.
 */
export function secretIn(text: string): Secret | undefined {
  if (ONLY_CODE.test(text) || isCard(text.match(CARD)?.[0])) return "typed";
  const typed = syllables(text);
  for (const { end } of NAMES.find(typed)) {
    const after = typed.slice(end, end + NEAR).map((one) => one.written);
    if (after.some((word) => /^(?=.*\d)[\p{L}\d]{4,}$/u.test(word) && !/^(?:19|20)\d\d$/.test(word))) return "typed";
  }
  return NAMES.find(typed).length > 0 && ASKING.any(text) ? "asked" : undefined;
}

/** The check digit of bank cards (Luhn), so that other long numbers are not taken for one. */
function isCard(found: string | undefined): boolean {
  const digits = found?.replace(/\D/g, "") ?? "";
  if (digits.length < 13) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
