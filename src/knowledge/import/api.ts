import { z } from "zod";
import type { Level } from "../../core/procedure.ts";
import type { Method, MethodKind, PaperGroup, PortalRecord } from "./record.ts";
import { procedureName } from "./scrape.ts";
import { oneLine, paragraphs } from "./text.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);
const named = z.object({ name: text });
function list<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

const fee = z.object({ value: z.number().nullish(), currencyName: text, description: text });
const method = z.object({
  submissionMethod: text,
  processingTime: z.number().nullish(),
  processingTimeUnit: text,
  description: text,
  fees: list(fee),
});
const component = z.object({
  name: text,
  originalQty: count,
  copyQty: count,
  attachments: list(z.object({ fileName: text })),
});

/** What `get-formality-by-citizen` of dichvucong.gov.vn answers; only the fields that the import uses. */
export const apiSchema = z.object({
  id: text,
  code: z.string().regex(/^\d\.\d{6}$/),
  name: z.string(),
  isWard: z.boolean().nullish(),
  isProvince: z.boolean().nullish(),
  isMinistry: z.boolean().nullish(),
  executionSteps: list(z.object({ name: text, description: text })),
  executionMethods: list(method),
  executionCases: list(z.object({ name: text, profileComponents: list(component) })),
  requirementsAndConditions: text,
  category: named.nullish(),
  subjectTypesDetails: list(named),
  resultsDetails: list(named),
  legalBasisesDetails: list(z.object({ name: text, code: text })),
  departmentsExecuting: list(named),
  unitGroupsExecuting: list(named),
  dossierReceivingAddresses: text,
  procedureProposal: z.object({ proposalNumber: text }).nullish(),
});
export type ApiDetail = z.infer<typeof apiSchema>;

/** Reads an API detail, without its envelope. */
export function fromApi(detail: ApiDetail): PortalRecord {
  return {
    code: detail.code,
    name: procedureName(detail.name),
    domain: oneLine(detail.category?.name ?? "") || "Khác",
    levels: levels(detail),
    agency: names([...detail.unitGroupsExecuting, ...detail.departmentsExecuting]).join(", "),
    who: names(detail.subjectTypesDetails).join(", "),
    decision: oneLine(detail.procedureProposal?.proposalNumber ?? ""),
    url: detail.id === "" ? "" : `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${detail.id}`,
    methods: detail.executionMethods.map(readMethod),
    papers: detail.executionCases.map(readPapers),
    steps: paragraphs(detail.executionSteps.map(({ name, description }) => `${name}\n${description}`).join("\n")),
    conditions: paragraphs(detail.requirementsAndConditions),
    address: oneLine(detail.dossierReceivingAddresses),
    results: names(detail.resultsDetails),
    laws: detail.legalBasisesDetails
      .map(({ name, code }) => ({ number: oneLine(code) || "không ghi số hiệu", title: oneLine(name) }))
      .map(({ number, title }) => ({
        number,
        title: title.endsWith(number) && title.length < number.length + 20 ? "" : title,
      })),
    remark: "",
  };
}

const KINDS: Readonly<Record<string, MethodKind>> = { ONLINE: "online", POSTAL: "post", DIRECT: "direct" };
const UNITS: Readonly<Record<string, string>> = {
  WORKING_DAY: " ngày làm việc",
  DAY: " ngày",
  HOUR: " giờ",
  MONTH: " tháng",
};

function readMethod({
  submissionMethod,
  processingTime,
  processingTimeUnit,
  description,
  fees,
}: z.infer<typeof method>): Method {
  return {
    kind: KINDS[submissionMethod] ?? "direct",
    time: processingTime ? `${processingTime}${UNITS[processingTimeUnit] ?? ""}` : "",
    charges: fees.map((fee) => ({
      amount: fee.value || null,
      currency: fee.currencyName === "Việt Nam Đồng" ? "VND" : fee.currencyName,
      shown: fee.value ? `${fee.value} ${fee.currencyName}` : "Miễn phí",
      note: oneLine(fee.description),
    })),
    description: oneLine(description),
  };
}

function readPapers({ name, profileComponents }: ApiDetail["executionCases"][number]): PaperGroup {
  const papers = profileComponents.map((paper) => ({
    name: oneLine(paper.name).replace(/^[-+*•]\s*/, ""),
    forms: paper.attachments.map(({ fileName }) => oneLine(fileName)).filter((form) => form !== ""),
    originals: paper.originalQty,
    copies: paper.copyQty,
  }));
  return { title: oneLine(name), papers: papers.filter((paper) => paper.name !== "") };
}

function levels({ isWard, isProvince, isMinistry }: ApiDetail): Level[] {
  return [
    ...(isWard ? (["xã"] as const) : []),
    ...(isProvince ? (["tỉnh"] as const) : []),
    ...(isMinistry ? (["bộ"] as const) : []),
  ];
}

function names(items: readonly { name: string }[]): string[] {
  return items.map(({ name }) => oneLine(name)).filter((name) => name !== "");
}
