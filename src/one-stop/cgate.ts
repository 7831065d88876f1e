import { z } from "zod";
import type { Dossier } from "../core/one-stop.ts";
import { ask, base } from "./ask.ts";
import { readDate } from "./dates.ts";
import { Unusable } from "./down.ts";
import type { Driver, OneStopSettings } from "./driver.ts";
import { due, given, proofBy, readAll, recordOf, records, tells, text } from "./fields.ts";
import { firstState } from "./states.ts";

const SEARCH = "/api/hoso/tracuuhoso";

/** CGATE, the system of Cà Mau until at least 2022, as public clients of 2020–2022 ask it: no authentication. */
export function createCgate({ url }: Pick<OneStopSettings, "url">): Driver {
  return {
    name: "cgate",
    async find(code, signal) {
      const search = `${base(url)}${SEARCH}?${new URLSearchParams({ tukhoa: code })}`;
      const answer = await ask({ url: search }, signal);
      if (answer === "unauthorized") throw new Unusable("it wants a log-in, which CGATE had none of");
      return readCgate(answer, code);
    },
  };
}

/** Some fields had other names in older versions. */
const recordSchema = z
  .object({
    mahoso: text,
    tenhoso: text,
    tinhtrang_hoso: text,
    message: text,
    ngaynhan: text,
    ngaytiepnhan: text,
    ngayhen: text,
    ngayxulyxong: text,
    ngaytraketqua: text,
    tccn_ten: text,
    tccn_phone: text,
    socmnd: text,
    ttcn_socmnd_or_dkkd: text,
  })
  // A message alone may be a complaint about something else.
  .refine(({ message: _, ...record }) => tells(record))
  .transform((record) => ({ ...record, code: record.mahoso }));

/**
 * The dossier in an answer, an array or a single object; undefined when there is none.
 * @throws Unusable when the answer is neither, or tells of something else
 */
export function readCgate(answer: unknown, code: string): Dossier | undefined {
  const { success, data } = records.safeParse(answer);
  if (!success) throw new Unusable("its answer is no list of dossiers");
  const found = recordOf(readAll(data, recordSchema), code);
  if (found === undefined) return undefined;
  const returned = readDate(found.ngaytraketqua);
  const completed = readDate(found.ngayxulyxong);
  return {
    code,
    ...firstState([found.tinhtrang_hoso, found.message]),
    ...due(found.ngayhen),
    ...proofBy([
      ["identity", found.socmnd],
      ["identity", found.ttcn_socmnd_or_dkkd],
      ["phone", found.tccn_phone],
    ]),
    ...given({
      procedure: found.tenhoso,
      submittedAt: readDate(found.ngaynhan) ?? readDate(found.ngaytiepnhan),
      completedAt: completed ?? returned,
      applicant: found.tccn_ten,
    }),
  };
}
