import { z } from "zod";
import type { Dossier, OwnerProof } from "../core/one-stop.ts";
import { readDate } from "./dates.ts";
import { Unusable } from "./down.ts";

/** Longest text that is kept of a field, characters. */
const LONGEST = 300;
/** iGate's number for Vietnamese among the languages of a name. */
const VIETNAMESE = 228;

/** A text or number on one line; anything else counts as missing. */
export const text = z.unknown().transform(textIn).optional();
/** A name: a text, an object with a name, or an array of names in several languages. */
export const name = z.unknown().transform(nameIn).optional();
/** One record, or several, or none. */
export const records = z.union([
  z.array(z.unknown()),
  z.null().transform(() => []),
  z.record(z.string(), z.unknown()).transform((one) => [one]),
]);

function textIn(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  const line = value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .normalize("NFC")
    .trim();
  return line === "" ? undefined : line.slice(0, LONGEST);
}

function nameIn(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const vietnamese = value.find((one) => z.object({ languageId: z.literal(VIETNAMESE) }).safeParse(one).success);
    return [vietnamese, ...value].map(textOrName).find((one) => one !== undefined);
  }
  return textOrName(value);
}

function textOrName(value: unknown): string | undefined {
  if (value === null || typeof value !== "object") return textIn(value);
  const { name: inner, translate } = value as { name?: unknown; translate?: unknown };
  const plain = textIn(inner);
  if (plain !== undefined) return plain;
  const list = Array.isArray(inner) ? inner : translate;
  return list === undefined ? undefined : nameIn(list);
}

/**
 * The records that can be read, each under its dossier's code.
 * @throws Unusable when there are some and none of them tells of a dossier
 */
export function readAll<T extends { readonly code?: string | undefined }>(
  found: readonly unknown[],
  schema: z.ZodType<T>,
): T[] {
  const read = found.flatMap((one) => schema.safeParse(one).data ?? []);
  if (found.length > 0 && read.length === 0) throw new Unusable("its answer tells of no dossier");
  return read;
}

/** Whether a record tells anything: an empty one is no dossier. */
export function tells(record: object): boolean {
  return Object.values(record).some((field) => field !== undefined);
}

/** Without the fields that are undefined. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** The due date; as written when it cannot be read. */
export function due(written: string | undefined): Pick<Dossier, "dueAt" | "dueText"> {
  const dueAt = readDate(written);
  if (dueAt) return { dueAt };
  return written === undefined ? {} : { dueText: written };
}

/** The first number whose last four digits can prove the owner. Noughts alone stand for none, "***" for what is hidden. */
export function proofBy(
  numbers: readonly (readonly [OwnerProof["kind"], string | undefined])[],
): Pick<Dossier, "proof"> {
  for (const [kind, number = ""] of numbers) {
    const bare = number.replace(/[\s.-]/g, "");
    const lastFour = bare.slice(-4);
    if (/^[\d*xX+]{9,15}$/.test(bare) && /^\d{4}$/.test(lastFour) && /[1-9]/.test(bare))
      return { proof: { kind, lastFour } };
  }
  return {};
}

/**
 * The record of this very dossier: the one with its code, or the only one when the system leaves codes out. Searches by
 * keyword may find others too.
 */
export function recordOf<T extends { readonly code?: string | undefined }>(
  found: readonly T[],
  code: string,
): T | undefined {
  const same = found.find((one) => one.code?.toUpperCase() === code);
  const [only, ...others] = found;
  return same ?? (others.length === 0 && only?.code === undefined ? only : undefined);
}
