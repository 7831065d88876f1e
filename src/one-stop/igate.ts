import { z } from "zod";
import type { Dossier } from "../core/one-stop.ts";
import { ask, base } from "./ask.ts";
import { readDate } from "./dates.ts";
import { Unusable } from "./down.ts";
import type { Driver, DriverOptions, OneStopSettings } from "./driver.ts";
import { due, given, name, proofBy, readAll, recordOf, records, tells, text } from "./fields.ts";
import { type Granted, PassKeeper } from "./pass.ts";
import { firstState } from "./states.ts";

const LOGIN = "/auth/realms/digo/protocol/openid-connect/token";
const SEARCH = "/pa/dossier-search/dvc";
/** How long a token lasts when the answer does not say, seconds. */
const TOKEN_SECONDS = 300;

/**
 * VNPT iGate 2.0. Token and search as in github.com/phake-studio/mcp-dichvucong `operations/briefcase.ts` and
 * github.com/huuln9/java-test-1 `packages/vncitizens_dossier`.
 */
export function createIgate(settings: Required<Omit<OneStopSettings, "unit">>, options: DriverOptions): Driver {
  const { url, authUrl, clientId, clientSecret } = settings;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");

  async function login(): Promise<Granted> {
    const answer = await ask(
      {
        url: `${base(authUrl)}${LOGIN}`,
        method: "POST",
        headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
        body: "grant_type=client_credentials",
      },
      AbortSignal.timeout(options.timeout),
    );
    if (answer === "unauthorized") throw new Unusable("it does not know ONE_STOP_CLIENT_ID with this secret");
    const { success, data } = tokenSchema.safeParse(answer);
    if (!success) throw new Unusable("it gave no token");
    return { pass: data.access_token, lasts: data.expires_in * 1_000 };
  }

  const tokens = new PassKeeper(login, options.now);
  return {
    name: "igate",
    async find(code, signal) {
      const query = new URLSearchParams({ page: "0", size: "10", spec: "slice", code });
      const search = `${base(url)}${SEARCH}?${query}`;
      const answer = await tokens.use(
        (token) => ask({ url: search, headers: { authorization: `Bearer ${token}` } }, signal),
        signal,
      );
      return readIgate(answer, code);
    },
  };
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().catch(TOKEN_SECONDS),
});

const answerSchema = z.union([
  z.object({ content: records }).transform(({ content }) => content),
  z.array(z.unknown()),
]);

const PERSON = { fullname: text, name: text, identityNumber: text, phoneNumber: text };
const person = z.object(PERSON).optional().catch(undefined);
/** Whose the dossier is; which fields there are, and whether inside `data`, differs from province to province. */
const applicant = z
  .object({ ...PERSON, data: person })
  .transform(({ data, ...outer }) => ({
    name: data?.fullname ?? data?.name ?? outer.fullname ?? outer.name,
    identity: data?.identityNumber ?? outer.identityNumber,
    phone: data?.phoneNumber ?? outer.phoneNumber,
  }))
  .optional()
  .catch(undefined);

const recordSchema = z
  .object({
    code: text,
    statusCurrentTask: name,
    statusString: name,
    dossierStatus: name,
    dossierTaskStatus: name,
    procedure: name,
    agency: name,
    applicant,
    appliedDate: text,
    createdDate: text,
    acceptedDate: text,
    appointmentDate: text,
    dueDate: text,
    completedDate: text,
    returnedDate: text,
  })
  .refine(tells);

/**
 * The dossier in an answer of either public search, as far as it tells; undefined when it has none with this code.
 * @throws Unusable when the answer is of another shape
 */
export function readIgate(answer: unknown, code: string): Dossier | undefined {
  const { success, data } = answerSchema.safeParse(answer);
  if (!success) throw new Unusable("its answer has no list of dossiers");
  const found = recordOf(readAll(data, recordSchema), code);
  if (found === undefined) return undefined;
  const named = [found.statusCurrentTask, found.statusString, found.dossierTaskStatus, found.dossierStatus];
  return {
    code,
    ...firstState(named),
    ...due(found.appointmentDate ?? found.dueDate),
    ...proofBy([
      ["identity", found.applicant?.identity],
      ["phone", found.applicant?.phone],
    ]),
    ...given({
      procedure: found.procedure,
      office: found.agency,
      submittedAt: readDate(found.appliedDate) ?? readDate(found.acceptedDate) ?? readDate(found.createdDate),
      completedAt: readDate(found.completedDate) ?? readDate(found.returnedDate),
      applicant: found.applicant?.name,
    }),
  };
}
