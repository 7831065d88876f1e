import { z } from "zod";
import type { Level } from "../../core/procedure.ts";
import { splitLaws } from "./laws.ts";
import { splitMethods } from "./methods.ts";
import { splitPapers } from "./papers.ts";
import type { PortalRecord } from "./record.ts";
import { type PageSections, pageSections } from "./scrape-sections.ts";
import { capital, oneLine, paragraphs } from "./text.ts";

const field = z.string().default("");

/** A portal page scraped into flat strings; tables have lost their separators. */
export const scrapeSchema = z.object({
  ma_thu_tuc: z.string(),
  ten_thu_tuc: z.string(),
  detail_url: field,
  so_quyet_dinh: field,
  cap_thuc_hien: field,
  linh_vuc: field,
  doi_tuong_thuc_hien: field,
  co_quan_co_tham_quyen: field,
  dia_chi_tiep_nhan: field,
  trinh_tu_thuc_hien: field,
  cach_thuc_thuc_hien: field,
  thanh_phan_ho_so: field,
  can_cu_phap_ly: field,
  co_quan_thuc_hien: field,
  yeu_cau_dieu_kien: field,
  ket_qua_xu_ly: field,
  raw_text: field,
});
export type Scrape = z.infer<typeof scrapeSchema>;

/** Code that the page's own text shows; undefined when it shows none. */
export function shownCode(page: string): string | undefined {
  return /Mã thủ tục\s*([\d.]+?)\s*Số quyết định/.exec(page)?.[1];
}

/** Reads a scraped page. */
export function fromScrape(page: Scrape): PortalRecord {
  const sections = pageSections(page.raw_text) ?? sectionsOfFields(page);
  return {
    code: page.ma_thu_tuc,
    name: procedureName(page.ten_thu_tuc),
    domain: oneLine(page.linh_vuc) || "Khác",
    levels: levels(page.cap_thuc_hien),
    agency: oneLine(sections.agency) || oneLine(page.co_quan_co_tham_quyen),
    who: oneLine(page.doi_tuong_thuc_hien),
    decision: oneLine(page.so_quyet_dinh),
    url: /^https?:\/\/\S+$/.test(page.detail_url) ? page.detail_url : "",
    methods: splitMethods(sections.methods),
    papers: splitPapers(sections.papers),
    steps: paragraphs(sections.steps),
    conditions: paragraphs(sections.conditions),
    address: oneLine(page.dia_chi_tiep_nhan),
    results: splitResults(sections.results),
    laws: oneLine(sections.laws) === "" ? [] : splitLaws(sections.laws),
    remark: paragraphs(sections.remark),
  };
}

/** The name without a leading "Thủ tục", which every name could have; "Thủ tục hải quan …" keeps it. */
export function procedureName(name: string): string {
  return capital(oneLine(name).replace(/^thủ tục:? (?!hải quan|hành chính)/iu, ""));
}

function levels(text: string): Level[] {
  return (["xã", "tỉnh", "bộ"] as const).filter((level) => text.toLowerCase().includes(`cấp ${level}`));
}

/** Results are glued by their own codes: "Giấy khai sinhMã: KQ.G15.000031". */
function splitResults(text: string): string[] {
  const results = text.split(/Mã:\s*(?:[A-Z0-9]+[.-]?)*\d/).map((result) => oneLine(result).replace(/^[-+*•]\s*/, ""));
  return [...new Set(results.filter((result) => result !== ""))];
}

function sectionsOfFields(page: Scrape): PageSections {
  return {
    steps: page.trinh_tu_thuc_hien,
    methods: page.cach_thuc_thuc_hien,
    papers: page.thanh_phan_ho_so,
    laws: page.can_cu_phap_ly,
    agency: page.co_quan_thuc_hien,
    conditions: page.yeu_cau_dieu_kien,
    results: page.ket_qua_xu_ly.split("Từ khóa")[0] ?? "",
    remark: "",
  };
}
