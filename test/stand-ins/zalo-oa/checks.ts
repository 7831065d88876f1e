import { ApiFault } from "./errors.ts";

const TEXT = 2_000;
const BUTTONS = 5;
const TITLE = 100;
const PAYLOAD = 1_000;
const SUBTITLE = 500;
const QUERY = ["oa.query.show", "oa.query.hide"];
const OTHERS = ["oa.open.url", "oa.open.phone", "oa.open.sms"];

export interface SentButton {
  readonly title: string;
  readonly type: string;
  readonly payload: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

/** @throws ApiFault -201 or -210, as Zalo does for a text of the wrong kind or length */
export function checkText(text: unknown): string {
  if (typeof text !== "string" || text.trim() === "") throw invalid("text");
  if (text.length > TEXT) throw new ApiFault(-210, "text is over 2000 characters");
  return text;
}

/** @throws ApiFault -201 */
export function checkButtons(value: unknown): readonly SentButton[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > BUTTONS) throw invalid("buttons");
  return value.map((button: Fields) => {
    const { title, type, payload } = button;
    if (typeof title !== "string" || title.trim() === "" || title.length > TITLE) throw invalid("buttons.title");
    if (typeof type !== "string" || ![...QUERY, ...OTHERS].includes(type)) throw invalid("buttons.type");
    const query = typeof payload === "string" && payload !== "" && payload.length <= PAYLOAD;
    if (QUERY.includes(type) ? !query : typeof payload !== "object") throw invalid("buttons.payload");
    return { title, type, payload };
  });
}

/** The one element of a template. @throws ApiFault -201 */
export function oneElement({ elements }: Fields): Fields {
  if (!Array.isArray(elements) || elements.length !== 1) throw invalid("elements");
  return elements[0] as Fields;
}

/** @throws ApiFault -201 */
export function checkContactRequest({ title, subtitle, image_url }: Fields): void {
  if (typeof title !== "string" || title === "" || title.length > TITLE) throw invalid("title");
  if (typeof subtitle !== "string" || subtitle.length > SUBTITLE) throw invalid("subtitle");
  if (typeof image_url !== "string" || !/^https?:/.test(image_url)) throw invalid("image_url");
}

export function invalid(field: string): ApiFault {
  return new ApiFault(-201, `${field} is invalid!`);
}
