import { apiSchema, fromApi } from "./api.ts";
import type { ImportProblem, PortalRecord } from "./record.ts";
import { fromScrape, type Scrape, scrapeSchema, shownCode } from "./scrape.ts";

/**
 * Reads one JSON file of the portal, whichever of its forms it has: API detail (with or without the envelope
 * `{code, data, message}`) or flattened page scrape.
 * @param file name of the file; when it ends in a code, the record must be of that code
 */
export function readRecord(file: string, json: string): PortalRecord | ImportProblem {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ""));
  } catch {
    return { file, code: "not-json", message: "Tệp không phải JSON hoặc bị cắt cụt." };
  }
  const scrape = scrapeSchema.safeParse(value);
  if (scrape.success) return wrongProcedure(file, scrape.data) ?? wrongFile(file, fromScrape(scrape.data));
  const detail = apiSchema.safeParse(inner(value));
  if (detail.success) return wrongFile(file, fromApi(detail.data));
  return {
    file,
    code: "unknown-form",
    message: "Tệp JSON này không phải dạng chi tiết thủ tục của Cổng mà máy biết đọc.",
  };
}

function inner(value: unknown): unknown {
  return typeof value === "object" && value !== null && "data" in value ? value.data : value;
}

/** The crawler sometimes stored another procedure's page under this code; the page's own text tells. */
function wrongProcedure(
  file: string,
  { ma_thu_tuc: code, ten_thu_tuc: name, raw_text: page }: Scrape,
): ImportProblem | undefined {
  if (page === "") return undefined;
  const shown = shownCode(page);
  if (shown !== undefined && shown !== code)
    return {
      file,
      code: "wrong-procedure",
      message: `Tệp mang mã ${code} nhưng trang bên trong là của thủ tục ${shown}.`,
    };
  if (!page.includes(name.trim()))
    return { file, code: "wrong-procedure", message: `Tên thủ tục ${code} không có trong chữ của trang.` };
  return undefined;
}

function wrongFile(file: string, record: PortalRecord): PortalRecord | ImportProblem {
  const code = /(\d\.\d{6})\.json$/.exec(file)?.[1];
  if (code === undefined || code === record.code) return record;
  return {
    file,
    code: "wrong-procedure",
    message: `Tên tệp mang mã ${code} nhưng bên trong là thủ tục ${record.code}.`,
  };
}
