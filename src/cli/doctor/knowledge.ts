import type { Settings } from "../../config.ts";
import type { Day } from "../../core/procedure.ts";
import { checkReading } from "../../knowledge/check/check.ts";
import { readKnowledge } from "../../knowledge/read.ts";
import { reasonOf } from "./ask.ts";
import { both, broken, type Finding, ok, warning } from "./finding.ts";

const ABOUT = "KNOWLEDGE_DIR";

/** Whether there is something to answer from, and how many files have faults. */
export async function checkKnowledgeFolders({ KNOWLEDGE_DIR }: Settings, today: Day): Promise<Finding> {
  const folders = KNOWLEDGE_DIR.join(", ");
  try {
    const reading = await readKnowledge(KNOWLEDGE_DIR);
    const procedures = reading.procedures.length;
    if (procedures === 0) throw new Error(`${folders}: 0`);
    const errors = checkReading(reading, today).filter(({ severity }) => severity === "error").length;
    const says = both(`${procedures} thủ tục, ${errors} lỗi`, `${procedures} procedures, ${errors} faults`);
    if (errors === 0) return ok(ABOUT, says);
    return warning(ABOUT, says, both("xem từng lỗi: npm run kb -- check", "see each fault: npm run kb -- check"));
  } catch (error) {
    return broken(
      ABOUT,
      both(`không có thủ tục nào đọc được (${reasonOf(error)})`, `no procedure can be read (${reasonOf(error)})`),
      both("thư mục phải có procedures/**/*.md", "the folders must hold procedures/**/*.md"),
    );
  }
}
