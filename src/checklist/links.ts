/** Below the service's own address: the printable page, or with `.pdf` the file, of a procedure and its case answers. */
export function checklistPath(code: string, answers: readonly number[], kind: "" | ".pdf" = ""): string {
  return `/giay-to/${code}${kind}${answers.length === 0 ? "" : `?cases=${answers.join("-")}`}`;
}

/** Reads `cases`; undefined when it is not of that form. */
export function readCases(cases: string): number[] | undefined {
  if (cases === "") return [];
  return /^\d{1,2}(?:-\d{1,2}){0,7}$/.test(cases) ? cases.split("-").map(Number) : undefined;
}

/** Addresses that open the chat at a procedure. Telegram takes only A–Z, a–z, 0–9, "_" and "-" after `start=`. */
export function chatLinks(
  code: string,
  { publicUrl, bot }: { publicUrl?: string | undefined; bot?: string | undefined },
): string[] {
  const web = publicUrl === undefined ? [] : [`${publicUrl}/?start=${code}`];
  return bot === undefined ? web : [...web, `https://t.me/${bot}?start=${code.replaceAll(".", "-")}`];
}
