import { isIP } from "node:net";
import { z } from "zod";

/** The forms that values of settings have, each with its fault in Vietnamese and English. */

export const url = z.url({ protocol: /^https?$/ });

export const digits = z.string().regex(/^\d+$/, { message: "chỉ gồm chữ số · must be digits" });

/** A token or secret as platforms give them out. */
export const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { message: "có ký tự lạ hoặc dấu cách · holds a blank or a foreign character" });

/** An address that is nothing but scheme, host and port; plain HTTP on this machine only. */
export const origin = z
  .string()
  .refine(isOrigin, { message: "cần dạng https://tên-miền, không có đường dẫn · must be https://host without a path" })
  .transform((address) => new URL(address).origin);

/** A list separated by commas. */
export const list = z.string().transform(splitList);

export const folders = list.refine((names) => names.length > 0, {
  message: "cần ít nhất một thư mục · needs at least one folder",
});

/** What Fastify's `trustProxy` takes. */
export const proxy = z.string().refine(isProxy, {
  message:
    "cần địa chỉ IP, mạng (10.0.0.0/8) hoặc loopback, linklocal, uniquelocal · " +
    "must be an IP address, a network or one of these words",
});

/** `telegram:123,zalo:456` as the set of its entries: the channel's name and the person's id there. */
export const officers = list.transform((entries, context): ReadonlySet<string> => {
  const tidy = entries.map((one) => one.replace(/\s*:\s*/, ":"));
  for (const one of tidy) {
    const fault = officerFault(one);
    if (fault !== undefined) context.addIssue({ code: "custom", message: `"${one}" ${fault}` });
  }
  return new Set(tidy);
});

/** The parts of a list separated by commas, without the empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function officerFault(officer: string): string | undefined {
  const [channel = "", person = "", ...more] = officer.split(":");
  if (!["telegram", "zalo", "zalo-bot"].includes(channel))
    return "cần bắt đầu bằng telegram:, zalo: hoặc zalo-bot: · must start with telegram:, zalo: or zalo-bot:";
  if (more.length > 0 || !/^[\w-]+$/.test(person))
    return "cần mã số của cán bộ sau dấu hai chấm · needs the officer's id after the colon";
  if (channel !== "zalo-bot" && !/^\d+$/.test(person))
    return "mã số chỉ gồm chữ số, không phải tên · the id must be digits, not a name";
  return undefined;
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin: own, href } = new URL(address);
  const here = protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return (protocol === "https:" || here) && href === `${own}/`;
}

function isProxy(name: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(name)) return true;
  const [address = "", bits, ...more] = name.split("/");
  const most = { 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most));
}
