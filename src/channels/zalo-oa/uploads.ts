import { z } from "zod";
import type { Called, Client } from "./client.ts";

/** Largest image and file, in bytes (docs.zaloplatforms.com/docs/OA, upload). */
export const IMAGE_BYTES = 1_000_000;
export const FILE_BYTES = 5_000_000;

/** Kinds of file that Zalo takes. */
const FILE_NAME = /\.(?:pdf|docx?|csv)$/i;

export interface Image {
  readonly bytes: Uint8Array;
  readonly type: "image/png";
}

export interface NamedFile {
  /** Ends in .pdf, .doc, .docx or .csv. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The name under which Zalo keeps an upload for seven days. */
export type Uploaded =
  | { readonly status: "kept"; readonly as: string }
  | { readonly status: "unfit"; readonly reason: string }
  | { readonly status: "failed"; readonly called: Exclude<Called, { status: "done" }> };

const image = z.object({ attachment_id: z.string().min(1) }).transform(({ attachment_id }) => attachment_id);
const file = z.object({ token: z.string().min(1) }).transform(({ token }) => token);

/** Uploads a picture: the result names an `attachment_id`. Never throws. */
export async function uploadImage(client: Client, { bytes, type }: Image): Promise<Uploaded> {
  if (bytes.length > IMAGE_BYTES)
    return { status: "unfit", reason: `${bytes.length} bytes are too many for a picture` };
  return upload(client, "/v2.0/oa/upload/image", new File([bytes], "picture.png", { type }), image);
}

/** Uploads a file: the result is the token of a file message. Never throws. */
export async function uploadFile(client: Client, { name, bytes }: NamedFile): Promise<Uploaded> {
  if (!FILE_NAME.test(name)) return { status: "unfit", reason: "only .pdf, .doc, .docx and .csv can be sent" };
  if (bytes.length > FILE_BYTES) return { status: "unfit", reason: `${bytes.length} bytes are too many for a file` };
  return upload(client, "/v2.0/oa/upload/file", new File([bytes], name), file);
}

async function upload(client: Client, path: string, content: File, data: z.ZodType<string>): Promise<Uploaded> {
  const form = new FormData();
  form.set("file", content);
  const called = await client.post(path, form);
  if (called.status !== "done") return { status: "failed", called };
  const as = data.safeParse(called.data).data;
  return as === undefined
    ? { status: "failed", called: { status: "none", reason: "an upload without a name" } }
    : { status: "kept", as };
}
