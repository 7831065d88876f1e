import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Fault } from "../../core/knowledge.ts";
import { fold } from "../../text/fold.ts";
import { error, type Path } from "../parse/fault.ts";
import type { Reading } from "../read.ts";

type GuideEntry = Reading["guides"][number];

/** Faults between guides and what is around them: ids, names, pictures, other guides and procedures. */
export function checkGuides({ guides, procedures }: Reading): Fault[] {
  const codes = new Set(procedures.map(({ value }) => value.code));
  const ids = new Set(guides.map(({ value }) => value.id));
  return [
    ...twice(guides),
    ...sharedAliases(guides),
    ...guides.flatMap((entry) => [
      ...missingPictures(entry),
      ...unknownGuides(entry, ids),
      ...entry.value.procedures.flatMap((code, i) =>
        codes.has(code)
          ? []
          : [fault(entry, ["procedures", i], "unknown-code", `Không có thủ tục nào mang mã ${code}.`)],
      ),
    ]),
    ...circles(guides),
  ];
}

function twice(guides: readonly GuideEntry[]): Fault[] {
  return guides.flatMap((entry, i) => {
    const first = guides.find(({ value, file }) => value.id === entry.value.id && file.folder === entry.file.folder);
    if (first === undefined || first === guides[i]) return [];
    const message = `Tên "${entry.value.id}" đã có ở ${first.file.shown}; mỗi hướng dẫn một tên.`;
    return [fault(entry, ["id"], "repeated-guide", message)];
  });
}

/** Words that would start two guides, compared without diacritics; a title starts its guide as well. */
function sharedAliases(guides: readonly GuideEntry[]): Fault[] {
  const first = new Map<string, GuideEntry>();
  const said = guides.flatMap((entry) => [
    { entry, text: entry.value.title, path: ["title"] },
    ...entry.value.aliases.map((text, i) => ({ entry, text, path: ["aliases", i] })),
  ]);
  return said.flatMap(({ entry, text, path }) => {
    const other = first.get(fold(text)) ?? entry;
    first.set(fold(text), other);
    if (other.value.id === entry.value.id) return [];
    const message = `Cách gọi "${text}" đã thuộc về hướng dẫn ${other.value.id} (${other.file.shown}).`;
    return [fault(entry, path, "shared-alias", message)];
  });
}

function missingPictures(entry: GuideEntry): Fault[] {
  const folder = join(dirname(entry.file.shown), "pictures");
  return [...entry.value.steps.values()].flatMap(({ picture }, i) => {
    if (picture === undefined || existsSync(join(folder, picture.file))) return [];
    const message = `Không có hình "${picture.file}" trong thư mục ${folder}.`;
    return [fault(entry, ["steps", i, "picture", "file"], "missing-picture", message)];
  });
}

/** The guides that a guide leads to, and where it says so. */
function leadsTo({ value }: GuideEntry): { readonly id: string; readonly path: Path; readonly through: boolean }[] {
  const through = [...value.steps.values()].flatMap(({ ask }, i) =>
    ask?.kind !== "choices"
      ? []
      : ask.choices.flatMap(({ through: id }, j) =>
          id === undefined ? [] : [{ id, path: ["steps", i, "choices", j, "through"], through: true }],
        ),
  );
  return [...through, ...value.after.map((id, i) => ({ id, path: ["after", i], through: false }))];
}

function unknownGuides(entry: GuideEntry, ids: ReadonlySet<string>): Fault[] {
  return leadsTo(entry).flatMap(({ id, path }) =>
    ids.has(id) ? [] : [fault(entry, path, "unknown-guide", `Không có hướng dẫn nào tên "${id}".`)],
  );
}

/** Guides that lead through each other in a circle, so that nobody would ever come out. */
function circles(guides: readonly GuideEntry[]): Fault[] {
  const byId = new Map(guides.map((entry) => [entry.value.id, entry]));
  const reaches = (id: string, goal: string, seen = new Set<string>()): boolean => {
    const entry = byId.get(id);
    if (id === goal || entry === undefined || seen.has(id)) return id === goal;
    seen.add(id);
    return leadsTo(entry).some((next) => next.through && reaches(next.id, goal, seen));
  };
  return guides.flatMap((entry) =>
    leadsTo(entry).flatMap(({ id, path, through }) => {
      if (!through || !reaches(id, entry.value.id)) return [];
      const message = `Hướng dẫn "${id}" lại đi qua hướng dẫn này: đi vòng tròn, không ra được.`;
      return [fault(entry, path, "endless-guide", message)];
    }),
  );
}

function fault({ file, line }: GuideEntry, path: Path, code: string, message: string): Fault {
  return error(file.shown, line(path), code, message);
}
