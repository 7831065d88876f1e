import type { Day, Level } from "../../core/procedure.ts";
import { composeBody } from "./body.ts";
import type { PortalRecord } from "./record.ts";
import { fees, timeLimits } from "./terms.ts";

/**
 * Writes a portal record as a knowledge file. Every value is JSON, which YAML contains: thousands of files load fast.
 * @param date the day on which the portal showed this
 */
export function composeFile(record: PortalRecord, date: Day): string {
  const level = record.levels.length > 0 ? record.levels : [levelOf(record.agency)];
  const head: [string, unknown][] = [
    ["code", record.code],
    ["name", record.name],
    ["domain", record.domain],
    ["level", level],
    ["agency", record.agency || `Trang Cổng không ghi rõ cơ quan; thủ tục cấp ${level.join(", ")}`],
    ["who", record.who || "Trang Cổng không ghi rõ đối tượng"],
    [
      "online",
      record.methods.length === 0
        ? "unknown"
        : record.methods.some(({ kind }) => kind === "online")
          ? "partial"
          : "none",
    ],
    ["portalUrl", record.url || undefined],
    ["time", timeLimits(record.methods)],
    ["fees", fees(record.methods)],
    ["result", record.results.join("; ") || "Trang Cổng không ghi kết quả"],
    ["legalBasis", record.laws.map(({ number, title }) => (title === "" ? { number } : { number, title }))],
    ["verified", date],
    ["confidence", "low"],
    ["origin", "imported"],
    ["sources", sources(record, date)],
    ["uncertain", record.levels.length > 0 ? undefined : [OTHER_LEVEL]],
  ];
  return `---\n${head.map(([field, value]) => fieldLines(field, value)).join("")}---\n\n${composeBody(record)}`;
}

const OTHER_LEVEL = {
  about: "where",
  text: 'Trang Cổng chỉ ghi cấp thực hiện là "Cơ quan khác"; anh/chị xem tên cơ quan và hỏi lại trước khi đi.',
};

function fieldLines(field: string, value: unknown): string {
  if (value === undefined) return "";
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] === "string")
    return `${field}: ${JSON.stringify(value)}\n`;
  return `${field}:\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join("")}`;
}

function sources({ code, url, decision }: PortalRecord, date: Day) {
  const page = { title: `Cổng Dịch vụ công quốc gia, trang thủ tục ${code}`, ...(url && { url }), date };
  return decision === "" ? [page] : [page, { title: `Quyết định công bố thủ tục số ${decision}` }];
}

/** The level of an agency by its name, for pages that only say "another agency". */
function levelOf(agency: string): Level {
  if (/(?<!\p{L})(?:xã|phường)(?!\p{L})/iu.test(agency)) return "xã";
  return /tỉnh|thành phố|Sở |công chứng/u.test(agency) ? "tỉnh" : "bộ";
}
