import type { Fault } from "../../core/knowledge.ts";
import { error, warning } from "../parse/fault.ts";
import type { Entry, Reading } from "../read.ts";

/** Faults of codes: two files of one code, codes that no file has, old codes still in use. */
export function checkCodes(reading: Reading): Fault[] {
  const known = new Set(reading.procedures.map(({ value }) => value.code));
  const replacedBy = new Map(
    reading.procedures.flatMap(({ value }) => value.replaces.map((old) => [old.code, value.code] as const)),
  );
  return [
    ...twice(reading.procedures),
    ...twice(reading.everyday),
    ...reading.procedures.flatMap((entry) => [
      ...unknownRelated(entry, known, replacedBy),
      ...stillInForce(entry, replacedBy),
    ]),
    ...unknownEveryday(reading, known),
  ];
}

/** Two entries of one code inside one folder; across folders the earlier one simply wins. */
function twice(entries: readonly Entry<{ readonly code: string }>[]): Fault[] {
  const first = new Map<string, Entry<unknown>>();
  const faults: Fault[] = [];
  for (const entry of entries) {
    const key = `${entry.file.folder} ${entry.value.code}`;
    const other = first.get(key);
    if (!other) first.set(key, entry);
    else
      faults.push(
        error(
          entry.file.shown,
          entry.line(["code"]),
          "repeated-code",
          `Mã ${entry.value.code} đã có ở ${place(other)}; mỗi mã chỉ một chỗ.`,
        ),
      );
  }
  return faults;
}

function unknownRelated(
  { value, file, line }: Reading["procedures"][number],
  known: ReadonlySet<string>,
  replacedBy: ReadonlyMap<string, string>,
): Fault[] {
  return value.related.flatMap(({ code }, index) => {
    const at = line(["related", index, "code"]);
    const successor = replacedBy.get(code);
    if (successor && successor !== value.code)
      return [warning(file.shown, at, "replaced-code", `Mã ${code} đã được ${successor} thay; hãy trỏ tới mã mới.`)];
    if (known.has(code)) return [];
    return [error(file.shown, at, "unknown-code", `Không có tệp nào mang mã ${code}; kiểm lại mã hoặc bỏ dòng này.`)];
  });
}

function stillInForce(
  { value, file, line }: Reading["procedures"][number],
  replacedBy: ReadonlyMap<string, string>,
): Fault[] {
  const successor = replacedBy.get(value.code);
  if (!successor || value.effective.to !== undefined || value.origin === "imported") return [];
  const message = `Mã này đã được ${successor} thay nhưng tệp chưa có dòng effectiveTo (ngày hết hiệu lực).`;
  return [warning(file.shown, line(["code"]), "replaced-code", message)];
}

/** One warning per everyday file: its codes that have no procedure file (not imported yet, or mistyped). */
function unknownEveryday(reading: Reading, known: ReadonlySet<string>): Fault[] {
  const byFile = new Map<string, Entry<{ readonly code: string }>[]>();
  for (const entry of reading.everyday)
    if (!known.has(entry.value.code)) byFile.set(entry.file.shown, [...(byFile.get(entry.file.shown) ?? []), entry]);
  return [...byFile].map(([file, entries]) => {
    const codes = entries.map(({ value }) => value.code).join(", ");
    const message = `${entries.length} mã chưa có tệp thủ tục trong thư mục đang kiểm: ${codes}.`;
    return warning(file, entries[0]?.line(["code"]) ?? 1, "unknown-code", message);
  });
}

function place({ file, line }: Entry<unknown>): string {
  return `${file.shown}, dòng ${line(["code"])}`;
}
