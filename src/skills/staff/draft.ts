import type { Procedure } from "../../core/procedure.ts";
import { FRONT, type Line, own } from "../answer/compose/line.ts";
import { fill, type Words } from "../words.ts";
import type { Paragraph } from "./block.ts";
import { doubtsAbout } from "./laws.ts";
import { linesTold, type Told } from "./tell.ts";

const MOST_DOUBTS = 2;

/** What a citizen may be sent about a procedure: the facts told, in an officer's voice, and nothing of who asked. */
export function draftLines(procedure: Procedure, told: Told, notice: readonly Line[], words: Words): Paragraph[] {
  const { name } = procedure;
  const about = { text: fill(words.staff.draftAbout, { name }), heading: FRONT.about, quote: name };
  const doubts = doubtsAbout(procedure, told).slice(0, MOST_DOUBTS);
  return [
    [
      about,
      ...notice.map(({ text, ...line }) => ({ ...line, text: text.replace(/:$/, ".") })),
      ...linesTold(told, words.answer.facets, words.staff.draftMore).map((line) => inOfficersVoice(line, words)),
    ],
    doubts.length > 0 ? [own(words.staff.draftDoubts), ...doubts] : [],
  ];
}

/** The bot's "tài liệu chưa ghi …" is not what an officer says. */
function inOfficersVoice(line: Line, { answer, staff }: Words): Line {
  const { papersMissing, timeMissing, feeMissing, lawMissing, formMissing, onlineKinds } = answer;
  const { morePapers, moreTimes, moreFees } = answer;
  let { text } = line;
  for (const missing of [papersMissing, timeMissing, feeMissing, lawMissing, formMissing, onlineKinds.unknown])
    text = text.replace(missing, staff.draftPending);
  for (const more of [morePapers, moreTimes, moreFees]) text = text.replace(more, staff.draftMore);
  return { ...line, text };
}
