import { z } from "zod";
import type { Dossier } from "../core/one-stop.ts";
import { ask, base } from "./ask.ts";
import { readDate } from "./dates.ts";
import { Unusable } from "./down.ts";
import type { Driver, DriverOptions, OneStopSettings } from "./driver.ts";
import { due, given, proofBy, readAll, recordOf, records, tells, text } from "./fields.ts";
import { type Granted, PassKeeper } from "./pass.ts";
import { numberedState } from "./states.ts";

/** The National Portal's end of the exchange platform. */
const PORTAL = "VN:GOV:000.00.00.G22:vpcpdvcprovider";
/** Cà Mau (Quyết định 20/2020/QĐ-TTg). */
const UNIT = "000.00.00.H12";
/** How long a session is used; the interface does not say how long it lasts, milliseconds. */
const SESSION = 600_000;
const HEADERS = { "content-type": "application/json", dstcode: PORTAL };

/**
 * The National Portal's integration, reached through the province's security server. Calls as in
 * github.com/VietOpenCPS/opencps-v2 (`DVCQGIntegrationActionImpl.java`).
 */
export function createNational(settings: Required<OneStopSettings>, options: DriverOptions): Driver {
  const { url, authUrl, clientId, clientSecret, unit } = settings;

  async function login(): Promise<Granted> {
    const answer = await ask(
      {
        url: `${base(authUrl)}/mapi/login`,
        method: "POST",
        headers: HEADERS,
        body: JSON.stringify({ username: clientId, password: clientSecret }),
      },
      AbortSignal.timeout(options.timeout),
    );
    const { success, data } = sessionSchema.safeParse(answer);
    if (!success) throw new Unusable("it gave no session for ONE_STOP_CLIENT_ID with this secret");
    return { pass: data.session, lasts: SESSION };
  }

  const sessions = new PassKeeper(login, options.now);
  return {
    name: "national",
    async find(code, signal) {
      const answer = await sessions.use(async (session) => {
        const body = JSON.stringify({ session, madonvi: unit || UNIT, service: "TraCuuHoSo", MaHoSo: code });
        const said = await ask({ url, method: "POST", headers: HEADERS, body }, signal);
        // A session that has ended has no code of its own that is known: any fault is met with a new one, once.
        return succeeded(said) ? said : "unauthorized";
      }, signal);
      return readNational(answer, code);
    },
  };
}

const success = z.union([z.literal(0), z.literal("0"), z.literal("00")]);
const sessionSchema = z.object({ session: z.string().min(1), error_code: success.optional() });

function succeeded(answer: unknown): boolean {
  return z.object({ error_code: success }).safeParse(answer).success;
}

const answerSchema = z.object({ result: records.optional() });

const recordSchema = z
  .object({
    MaHoSo: text,
    TenTTHC: text,
    DonViXuLy: text,
    TrangThaiHoSo: text,
    NgayTiepNhan: text,
    NgayHenTra: text,
    NgayKetThucXuLy: text,
    NgayTra: text,
    ChuHoSo: text,
    SoDienThoai: text,
    LoaiDoiTuong: text,
    MaDoiTuong: text,
  })
  .refine(tells)
  .transform((record) => ({ ...record, code: record.MaHoSo }));

/**
 * The dossier in an answer; undefined when it has none with this code.
 * @throws Unusable when the answer is of another shape
 */
export function readNational(answer: unknown, code: string): Dossier | undefined {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new Unusable("its answer has no result");
  const found = recordOf(readAll(parsed.data.result ?? [], recordSchema), code);
  if (found === undefined) return undefined;
  return {
    code,
    ...numberedState(found.TrangThaiHoSo),
    ...due(found.NgayHenTra),
    // MaDoiTuong of a person (LoaiDoiTuong "1") is their identity number.
    ...proofBy([
      ["identity", found.LoaiDoiTuong === "1" ? found.MaDoiTuong : undefined],
      ["phone", found.SoDienThoai],
    ]),
    ...given({
      procedure: found.TenTTHC,
      office: found.DonViXuLy,
      submittedAt: readDate(found.NgayTiepNhan),
      completedAt: readDate(found.NgayKetThucXuLy) ?? readDate(found.NgayTra),
      applicant: found.ChuHoSo,
    }),
  };
}
