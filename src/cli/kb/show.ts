import { styleText } from "node:util";
import { Command } from "commander";
import type { Snapshot } from "../../core/knowledge.ts";
import { HEADINGS, type Period, type Procedure, type Section } from "../../core/procedure.ts";
import { loadKnowledge } from "../../knowledge/load.ts";
import { foldersOf, knowledgeOption } from "./folders.ts";

/** `kb show CODE`: one procedure as the assistant knows it. */
export function showCommand(): Command {
  return new Command("show")
    .description("Xem một thủ tục; mã cũ thì chỉ sang mã mới")
    .argument("<code>", 'mã thủ tục, như "1.001193"')
    .addOption(knowledgeOption())
    .action(async (code: string, options: { knowledge?: string[] }) => {
      const snapshot = await loadKnowledge(foldersOf(options));
      const found = lookUp(snapshot, code);
      console.log(found.text);
      if (found.status === "unknown") process.exitCode = 1;
    });
}

/** What a code means: a procedure of its own, an old code with its successor, both, or nothing known. */
export function lookUp(
  { procedures }: Snapshot,
  code: string,
): { status: "found" | "replaced" | "unknown"; text: string } {
  const procedure = procedures.get(code);
  const successor = [...procedures.values()].find((other) => other.replaces.some((old) => old.code === code));
  const since = successor?.replaces.find((old) => old.code === code)?.from;
  const notice = successor
    ? `Mã ${code} đã được ${successor.code} (${successor.name}) thay${since ? ` từ ${since}` : ""}.`
    : "";
  if (!procedure && !successor) return { status: "unknown", text: `Không có tệp nào mang mã ${code}.` };
  const shown = procedure ?? successor;
  const text = [notice, shown ? procedureText(shown) : ""].filter((part) => part !== "").join("\n\n");
  return { status: successor ? "replaced" : "found", text };
}

/** A procedure for the terminal. */
export function procedureText(procedure: Procedure): string {
  const { code, name, time, fees, legalBasis, aliases, sources, uncertain } = procedure;
  const facts: [string, string][] = [
    ["Còn gọi là", aliases.join("; ")],
    ["Lĩnh vực", `${procedure.domain} · cấp ${procedure.level.join(", ")}`],
    ["Cơ quan", procedure.agency],
    ["Ai được làm", procedure.who],
    ["Trên mạng", ONLINE[procedure.online]],
    ["Kết quả", procedure.result],
    ["Hiệu lực", span(procedure.effective)],
    ["Nguồn", sources.map(({ title, date }) => (date ? `${title} (${date})` : title)).join("; ")],
    ["Kiểm lại", `${procedure.verified} · tin cậy: ${procedure.confidence} · ${procedure.file}`],
  ];
  const lists: [string, string[]][] = [
    ["Thời hạn", time.map(({ when, value, note }) => `${when}: ${value ?? "chưa biết"}${note ? ` – ${note}` : ""}`)],
    ["Lệ phí", fees.map(feeLine)],
    ["Căn cứ", legalBasis.map((law) => [law.number, law.title, span(law)].filter(Boolean).join(" – "))],
    ["Chưa chắc", uncertain.map(({ text }) => text)],
  ];
  return [
    styleText("bold", `${code}  ${name}`),
    ...facts.filter(([, value]) => value !== "").map(([label, value]) => `${label.padEnd(12)} ${value}`),
    ...lists
      .filter(([, lines]) => lines.length > 0)
      .map(([label, lines]) => `\n${styleText("bold", label)}\n${lines.map((line) => `  • ${line}`).join("\n")}`),
    ...Object.entries(procedure.sections).map(
      ([section, text]) => `\n${styleText("bold", HEADINGS[section as Section])}\n${text}`,
    ),
  ].join("\n");
}

const ONLINE = { full: "làm trọn trên mạng", partial: "một phần", none: "phải đến nơi", unknown: "chưa biết" } as const;

function feeLine({ when, amount, unit, note, condition, law, ...period }: Procedure["fees"][number]): string {
  const money =
    amount === null ? "chưa biết" : amount === 0 ? "không thu" : `${amount.toLocaleString("vi-VN")} ${unit ?? "đồng"}`;
  return [`${when}: ${money}`, condition, span(period), law, note].filter(Boolean).join(" – ");
}

function span({ from, to }: Period): string {
  return [from && `từ ${from}`, to && `đến ${to}`].filter(Boolean).join(" ");
}
