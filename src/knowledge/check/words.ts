import type { Fault } from "../../core/knowledge.ts";
import { fold } from "../../text/fold.ts";
import { error, warning } from "../parse/fault.ts";
import type { Entry, Reading } from "../read.ts";

const PHRASES_AT_LEAST = 4;

/** Faults of the words people use: one name for two procedures, one question for two, too few questions. */
export function checkWords({ procedures, everyday }: Reading): Fault[] {
  const names = procedures.flatMap(({ value, file, line }) =>
    value.aliases.map((text, index) => ({ text, code: value.code, file: file.shown, line: line(["aliases", index]) })),
  );
  const phrases = everyday.flatMap(({ value, file, line }) =>
    value.phrases.map((text, index) => ({ text, code: value.code, file: file.shown, line: line(["phrases", index]) })),
  );
  return [
    ...shared(names).map(([said, other]) =>
      error(
        said.file,
        said.line,
        "shared-alias",
        `Cách gọi "${said.text}" đã thuộc về thủ tục ${other.code} (${other.file}, dòng ${other.line}).`,
      ),
    ),
    ...shared(phrases).map(([said, other]) =>
      warning(
        said.file,
        said.line,
        "shared-phrase",
        `Câu "${said.text}" đã có ở mã ${other.code} (${other.file}, dòng ${other.line}).`,
      ),
    ),
    ...everyday.flatMap(fewPhrases),
  ];
}

interface Said {
  readonly text: string;
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

/** Words said for two codes, compared without diacritics, each with the first place that has them. */
function shared(all: readonly Said[]): [Said, Said][] {
  const first = new Map<string, Said>();
  return all.flatMap((said): [Said, Said][] => {
    const key = fold(said.text);
    const other = first.get(key);
    if (!other) first.set(key, said);
    return other && other.code !== said.code ? [[said, other]] : [];
  });
}

function fewPhrases({ value, file, line }: Entry<{ readonly phrases: readonly string[] }>): Fault[] {
  const count = value.phrases.length;
  if (count >= PHRASES_AT_LEAST) return [];
  const message = `Cần ít nhất ${PHRASES_AT_LEAST} cách hỏi cho mỗi mã; mới có ${count}.`;
  return [error(file.shown, line(["phrases"]), "few-phrases", message)];
}
