/** The long parts of a portal page, cut from its text. */
export interface PageSections {
  readonly steps: string;
  readonly methods: string;
  readonly papers: string;
  readonly laws: string;
  readonly agency: string;
  readonly conditions: string;
  readonly results: string;
  readonly remark: string;
}

/** Labels of the page in their order; the text runs into them with nothing between. Those marked optional may be absent. */
const LABELS: readonly { name: keyof PageSections | "keywords" | "end"; label: RegExp; optional?: true }[] = [
  { name: "steps", label: /Trình Tự Thực Hiện/g },
  { name: "methods", label: /Cách Thức Thực Hiện(?=Hình thức nộp)/g },
  { name: "papers", label: /Thành phần hồ sơ(?![,.:;\n]| \p{Ll})/gu },
  { name: "laws", label: /Căn cứ pháp lý(?=Tên văn bản pháp lýMã văn bản|Không có thông tin)/g },
  { name: "agency", label: /Cơ quan thực hiện/g },
  { name: "conditions", label: /Yêu cầu, điều kiện thực hiện/g },
  { name: "results", label: /Kết quả xử lý/g, optional: true },
  { name: "keywords", label: /Từ khóa/g, optional: true },
  { name: "remark", label: /Mô tả/g, optional: true },
  { name: "end", label: /Chọn cơ quan thực hiện|$/g },
];

/**
 * Cuts the text of a portal page at its labels. The separate fields of the scrape cut too early when a label's words also
 * stand inside a text; here every label is looked for behind the one before it.
 * @returns undefined when a label is missing
 */
export function pageSections(page: string): PageSections | undefined {
  const found = { steps: "", methods: "", papers: "", laws: "", agency: "", conditions: "", results: "", remark: "" };
  let open: string | undefined;
  let start = 0;
  for (const { name, label, optional } of LABELS) {
    label.lastIndex = start;
    const match = label.exec(page);
    if (!match && optional) continue;
    if (!match) return undefined;
    if (open !== undefined && open in found) found[open as keyof PageSections] = page.slice(start, match.index).trim();
    open = name;
    start = match.index + match[0].length;
  }
  return found;
}
