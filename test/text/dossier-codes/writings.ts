/** Codes of every form. */
export const CODES = [
  "000.00.01.H12-260105-0001",
  "000.00.132.H12-260731-12345",
  "H12.01.02-260101-0001",
  "H12.132-260804-0583",
  "H04-20260609-0092637",
  "G22.99.08-260921-896048",
] as const;

/** The ways in which people write a code down, or in which it is copied. */
export function writings(code: string): string[] {
  const [place = "", day = "", number = ""] = code.split("-");
  const full = (text: string) =>
    [...text].map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join("");
  const dashes = [..."‐‑‒–—―−"].map((dash) => code.replaceAll("-", dash));
  const around = [..."‐–—"].map((dash) => code.replaceAll("-", ` ${dash} `));
  return [
    code,
    code.toLowerCase(),
    ...dashes,
    ...around,
    code.replaceAll("-", " - "),
    code.replaceAll("-", "--"),
    code.replaceAll("-", "- "),
    code.replaceAll(".", " . "),
    code.replaceAll(".", ". "),
    code.replaceAll(/[.-]/g, " "),
    code.replaceAll(/[.-]/g, "  "),
    code.replaceAll(".", "-"),
    code.replaceAll("-", "."),
    code.replaceAll("-", "/"),
    code.replaceAll("-", "_"),
    `${place}\n-${day}-${number}`,
    `${place}-\n${day}-\n${number}`,
    code.replaceAll("-", "\u00a0-\u00a0"),
    code.replaceAll(".", ".\u200b"),
    full(code),
    full(code.toLowerCase()),
    code.replaceAll("0", "O"),
    code.replaceAll("0", "o").toLowerCase(),
    `mã hồ sơ:${code}`,
    `Mã HS ${code}`,
    `ma ho so la ${code.toLowerCase()} nha em`,
    `${code}.`,
    `${code},`,
    `(${code})`,
    `“${code}”`,
    `#${code}`,
    `${code}?`,
    `${code}ạ`,
    `${code}. 5 ngày rồi chưa thấy gì`,
    `số${code}`,
    `em ơi coi giùm ${code} tới đâu rồi`,
    `Hồ sơ ${code} nộp ngày 05/01/2026, hẹn 12/01/2026`,
    `${code} sđt 0912345678`,
    `\t${code}\r\n`,
  ];
}
