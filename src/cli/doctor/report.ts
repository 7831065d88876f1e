import { styleText } from "node:util";
import type { Settings } from "../../config.ts";
import { isSecretName, maskCredentials } from "../../text/credentials.ts";
import type { Finding, Verdict } from "./finding.ts";

const SIGNS: Readonly<Record<Verdict, { readonly sign: string; readonly colour: Parameters<typeof styleText>[0] }>> = {
  ok: { sign: "✔", colour: "green" },
  off: { sign: "–", colour: "gray" },
  warning: { sign: "!", colour: "yellow" },
  broken: { sign: "✖", colour: "red" },
};

/** The findings as lines for people, and a last one that counts them. */
export function table(findings: readonly Finding[], colours: boolean): string {
  const width = Math.max(0, ...findings.map(({ about }) => about.length));
  const lines = findings.flatMap(({ about, verdict, says, remedy }) => {
    const { sign, colour } = SIGNS[verdict];
    const line = `${colours ? styleText(colour, sign, { validateStream: false }) : sign} ${about.padEnd(width)}  ${says}`;
    return remedy === undefined ? [line] : [line, `${" ".repeat(width + 4)}→ ${remedy}`];
  });
  return [...lines, "", summary(findings)].join("\n");
}

function summary(findings: readonly Finding[]): string {
  const count = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict).length;
  const [broken, warnings] = [count("broken"), count("warning")];
  if (broken + warnings === 0) return "Mọi thứ đều tốt. · Everything is fine.";
  return `${broken} chỗ hỏng, ${warnings} điều cần xem. · ${broken} broken, ${warnings} to look at.`;
}

/** The findings without any secret of the settings, wherever one may have slipped into a sentence. */
export function withoutSecrets(findings: readonly Finding[], settings: Partial<Settings>): Finding[] {
  const secrets = Object.entries(settings).flatMap(([name, value]) =>
    isSecretName(name) && typeof value === "string" && value.length >= 4 ? [{ name, value }] : [],
  );
  const clean = (text: string) =>
    secrets.reduce((cleaned, { name, value }) => cleaned.replaceAll(value, `‹${name}›`), maskCredentials(text));
  return findings.map(({ says, remedy, ...rest }) => ({
    ...rest,
    says: clean(says),
    ...(remedy !== undefined && { remedy: clean(remedy) }),
  }));
}
