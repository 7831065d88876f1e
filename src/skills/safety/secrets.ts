import { syllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";

export type Secret = "typed" | "asked";

const NAMES = Phrases.of(`
  otp | mã otp | mật khẩu | password | passcode | pass | mã pin | pin | cvv | mã xác thực`);
const HANDING_OVER = Phrases.of("đưa | đọc | gửi | cung cấp | hỏi | =đòi | cần | nói | cho em | cho bot");

/** Longest distance in syllables between "mã OTP là" and the code itself, and from "đưa" to "mã OTP". */
const NEAR = 5;
const JUST_BEFORE = 3;
/** 13–19 digits, in groups or not: bank cards (ISO/IEC 7812). */
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/u;
const ONLY_CODE = /^[\s"(]*\d{6}[\s").,!]*(?:nha|nhé|nè|ạ|đây|đó)?[\s.,!]*$/u;

/**
 * Whether a text gives a secret away ("otp của tôi là 482913", a card number, six digits alone), or asks who may have one.
 * Forgotten passwords are ordinary questions.
 */
export function secretIn(text: string): Secret | undefined {
  if (ONLY_CODE.test(text) || isCard(text.match(CARD)?.[0])) return "typed";
  const typed = syllables(text);
  const named = NAMES.find(typed);
  for (const { end } of named) {
    const after = typed.slice(end, end + NEAR).map((one) => one.written);
    if (after.some((word) => /^(?=.*\d)[\p{L}\d]{4,}$/u.test(word) && !/^(?:19|20)\d\d$/.test(word))) return "typed";
  }
  const handed = named.some(({ start }) => {
    return HANDING_OVER.find(typed.slice(Math.max(0, start - JUST_BEFORE), start)).length > 0;
  });
  return handed ? "asked" : undefined;
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
