const NAME = /content-disposition: *form-data; *name="([^"]+)"([^\r]*)/i;

/**
 * The fields of a call with files (RFC 7578): objects come as JSON, a file as bytes under a name of its own, which the
 * field that wants it holds as `attach://<name>` (core.telegram.org/bots/api#sending-files).
 */
export function formOf(body: Buffer, type: string): Record<string, unknown> {
  const boundary = `--${type.match(/boundary=([^;]+)/)?.[1]}`;
  const fields = new Map<string, unknown>();
  for (const part of body.toString("latin1").split(boundary).slice(1, -1)) {
    const end = part.indexOf("\r\n\r\n");
    const [, name = "", more = ""] = part.slice(0, end).match(NAME) ?? [];
    const bytes = Buffer.from(part.slice(end + 4, -2), "latin1");
    fields.set(name, more.includes("filename") ? new Uint8Array(bytes) : parsed(bytes.toString()));
  }
  const attached = (value: unknown) =>
    typeof value === "string" && value.startsWith("attach://") ? fields.get(value.slice("attach://".length)) : value;
  return Object.fromEntries([...fields].map(([name, value]) => [name, attached(value)]));
}

function parsed(text: string): unknown {
  return /^[{[]/.test(text) ? JSON.parse(text) : text;
}
