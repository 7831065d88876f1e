import type { Fault } from "../../core/knowledge.ts";
import type { Day } from "../../core/procedure.ts";
import { error, warning } from "../parse/fault.ts";
import type { Reading } from "../read.ts";

/** Faults of dates: rules that have ended, and a check that is said to be made in the future. */
export function checkDates({ procedures, faq, guides }: Reading, today: Day): Fault[] {
  const faults: Fault[] = [];
  for (const { value, file, line } of procedures) {
    const expired = (what: string, day: Day | undefined, path: readonly (string | number)[]) => {
      if (day !== undefined && day < today)
        faults.push(
          warning(file.shown, line(path), "expired", `${what} đã hết hạn từ ngày ${day}; kiểm lại và cập nhật.`),
        );
    };
    expired("Thủ tục này", value.effective.to, ["effectiveTo"]);
    if (value.effective.to !== undefined && value.effective.to < today) continue;
    for (const [index, fee] of value.fees.entries()) expired(`Mức thu "${fee.when}"`, fee.to, ["fees", index, "to"]);
    for (const [index, law] of value.legalBasis.entries())
      expired(`Văn bản ${law.number}`, law.to, ["legalBasis", index, "to"]);
  }
  for (const { value, file, line } of [...procedures, ...faq, ...guides])
    if (value.verified > today)
      faults.push(
        error(
          file.shown,
          line(["verified"]),
          "future-date",
          `Ngày kiểm lại nguồn ${value.verified} nằm trong tương lai.`,
        ),
      );
  return faults;
}
