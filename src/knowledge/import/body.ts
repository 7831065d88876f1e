import { HEADINGS } from "../../core/procedure.ts";
import type { Method, MethodKind, Paper, PortalRecord } from "./record.ts";

const NAME: Readonly<Record<MethodKind, string>> = {
  online: "Trực tuyến qua Cổng Dịch vụ công quốc gia",
  post: "Dịch vụ bưu chính",
  direct: "Trực tiếp",
};

/** The body of an imported file: papers, steps, places and conditions as the portal gives them, whole. */
export function composeBody(record: PortalRecord): string {
  const sections: [string, string][] = [
    [HEADINGS.papers, papers(record)],
    [HEADINGS.steps, steps(record.steps)],
    [HEADINGS.where, where(record)],
    [HEADINGS.notes, notes(record)],
  ];
  return sections
    .filter(([, text]) => text !== "")
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join("\n");
}

const REMARK = /^lưu ý/i;

function papers({ papers: groups }: PortalRecord): string {
  const blocks = groups
    .filter(({ title, papers }) => !REMARK.test(title) && (papers.length > 0 || title !== ""))
    .map(({ title, papers }) =>
      [...(title === "" ? [] : [`${title.replace(/[:.]?$/, ":")}\n`]), ...papers.map(paperLine)].join("\n"),
    );
  return blocks.length > 0 ? blocks.join("\n\n") : "- Trang Cổng chưa ghi giấy tờ; anh/chị hỏi lại quầy.";
}

function paperLine({ name, forms, originals, copies }: Paper): string {
  const counts = [originals > 0 ? `${originals} bản chính` : "", copies > 0 ? `${copies} bản sao` : ""].filter(
    (text) => text !== "",
  );
  const count = counts.length > 0 ? ` (${counts.join(", ")})` : "";
  const form = forms.length > 0 ? ` [mẫu trên Cổng: ${forms.join("; ")}]` : "";
  return `- ${name.replace(/[;.,]$/, "")}${count}${form}`;
}

/** "Bước 2: …" becomes the numbered line "2. …"; the lines below it are indented under it. */
function steps(text: string): string {
  const marked = text.replace(/\s*(?:[-+*•]|(?<!\p{L})[a-zđ]\))?\s*(?=Bước \d{1,2}\s*[:.])/gu, "\n").trim();
  if (marked === "") return "1. Trang Cổng chưa ghi các bước; anh/chị hỏi lại quầy.";
  let numbered = false;
  return marked
    .split(/\n+/)
    .map((line) => {
      const step = /^Bước (\d{1,2})\s*[:.]\s*(.*)$/.exec(line);
      if (step) numbered = true;
      return step ? `${step[1]}. ${step[2]}` : `${numbered ? "   " : ""}${line}`;
    })
    .join("\n");
}

function where({ methods, agency, address }: PortalRecord): string {
  const described = new Map<string, Set<MethodKind>>();
  for (const { kind, description } of methods)
    described.set(description, (described.get(description) ?? new Set()).add(kind));
  const lines = [...described].map(([description, kinds]) => methodLine(kinds, description));
  if (agency !== "") lines.push(`- Cơ quan thực hiện: ${agency}`);
  if (address !== "") lines.push(`- Địa chỉ tiếp nhận hồ sơ: ${address}`);
  return lines.length > 0 ? lines.join("\n") : "- Trang Cổng chưa ghi nơi nộp; anh/chị hỏi lại quầy.";
}

function methodLine(kinds: ReadonlySet<Method["kind"]>, description: string): string {
  const names = [...kinds].map((kind) => NAME[kind]).join("; ");
  return description === "" ? `- ${names}` : `- ${names}: ${description.replace(/^[-+*•]\s*/, "")}`;
}

/** Conditions, remarks that stand among the papers, and the page's own remark. */
function notes({ conditions, papers: groups, remark }: PortalRecord): string {
  const remarks = groups.filter(({ title }) => REMARK.test(title)).flatMap(({ papers }) => papers.map(paperLine));
  const parts = [conditions === "" ? "" : `Yêu cầu, điều kiện:\n\n${conditions}`, remarks.join("\n"), remark];
  return parts.filter((text) => text !== "").join("\n\n");
}
