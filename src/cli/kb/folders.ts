import { Option } from "commander";
import { readSettings, splitList } from "../../config.ts";

/** The `--knowledge A,B` option. */
export function knowledgeOption(): Option {
  return new Option(
    "--knowledge <folders>",
    "các thư mục tri thức, cách nhau bằng dấu phẩy; thư mục đứng trước thắng (mặc định: cấu hình KNOWLEDGE_DIR)",
  ).argParser(splitList);
}

/** The folders of the option, or those of the settings. */
export function foldersOf({ knowledge }: { knowledge?: string[] }): string[] {
  return knowledge ?? readSettings().KNOWLEDGE_DIR;
}
