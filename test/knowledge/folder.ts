import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary knowledge folder with these files; its path. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  for (const [path, content] of Object.entries(files)) put(folder, path, content);
  return folder;
}

/** Writes one file into a folder. */
export function put(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

export const BODY = `
## Giấy tờ cần có

- Tờ khai đăng ký khai sinh

## Các bước

1. Nộp hồ sơ tại quầy

## Nộp ở đâu

- Trung tâm Phục vụ hành chính công xã

## Câu hỏi thường gặp

### Trễ hạn có sao không?

Vẫn đăng ký được.

### Ai đi làm thay được?

Ông bà, người thân.

### Mất bao lâu?

Trong ngày.
`;

const FIELDS: Readonly<Record<string, string>> = {
  code: '"1.001193"',
  name: "Đăng ký khai sinh",
  domain: "Hộ tịch",
  level: "[xã]",
  agency: "Uỷ ban nhân dân cấp xã",
  who: "Cha hoặc mẹ của trẻ",
  online: "full",
  time: "\n  - when: Nộp trước 15 giờ\n    value: trong ngày làm việc",
  fees: "\n  - when: Đúng hạn\n    amount: 0",
  result: "Giấy khai sinh",
  legalBasis: "\n  - number: 60/2014/QH13\n    title: Luật Hộ tịch",
  verified: "2026-11-20",
  origin: "curated",
  sources: "\n  - title: Cổng Dịch vụ công quốc gia, trang thủ tục 1.001193",
};

/** A correct procedure file with some fields written otherwise; undefined leaves a field out. */
export function procedureFile(changes: Readonly<Record<string, string | undefined>> = {}, body = BODY): string {
  const fields = Object.entries({ ...FIELDS, ...changes }).filter(([, value]) => value !== undefined);
  return `---\n${fields.map(([field, value]) => `${field}: ${value}`).join("\n")}\n---\n${body}`;
}

/** The front matter above with another code. */
export function fileOf(code: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  return procedureFile({ code: JSON.stringify(code), ...changes });
}

/** Line (from 1) on which a text first stands. */
export function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`"${part}" is not in the text`);
  return text.slice(0, at).split("\n").length;
}
