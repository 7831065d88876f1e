import { invalid } from "./checks.ts";
import { ApiFault } from "./errors.ts";

/** Something that the Official Account has uploaded. */
export interface Upload {
  readonly kind: "image" | "gif" | "file";
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

const MEGABYTE = 1 << 20;
const RULES = {
  image: {
    most: MEGABYTE,
    starts: [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8],
    ],
  },
  gif: { most: 5 * MEGABYTE, starts: [[0x47, 0x49, 0x46]] },
  file: { most: 5 * MEGABYTE, starts: undefined },
} as const;
const FILE_NAME = /\.(?:pdf|docx?|csv)$/i;
const WEEK = 7 * 86_400_000;

/** What was uploaded, each usable for seven days. */
export class Uploads {
  readonly all = new Map<string, Upload>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Takes a multipart form with the field `file`. @throws ApiFault -201, -210 */
  async take(kind: Upload["kind"], form: FormData): Promise<Readonly<Record<string, string>>> {
    const file = form.get("file");
    if (!(file instanceof Blob)) throw invalid("file");
    const { most, starts } = RULES[kind];
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length > most) throw new ApiFault(-210, "file size is over the limit");
    if (starts && !starts.some((start) => start.every((byte, index) => bytes[index] === byte))) throw invalid("file");
    if (kind === "file" && !FILE_NAME.test(file.name)) throw invalid("file");
    const id = `${kind}-${this.all.size + 1}`;
    this.all.set(id, { kind, name: file.name, type: file.type, bytes, at: this.#now().getTime() });
    return kind === "file" ? { token: id } : { attachment_id: id };
  }

  /** @throws ApiFault -100 when it is unknown or older than seven days */
  find(id: unknown): Upload {
    const upload = typeof id === "string" ? this.all.get(id) : undefined;
    if (upload === undefined || this.#now().getTime() - upload.at >= WEEK) {
      throw new ApiFault(-100, "attachment is invalid or expired");
    }
    return upload;
  }
}
