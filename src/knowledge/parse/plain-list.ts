import type { LineOf } from "./fault.ts";

/** A YAML list of maps in the plain shape that everyday files have, and the line of every field. */
export interface PlainList {
  readonly value: readonly Record<string, unknown>[];
  readonly line: LineOf;
}

const FIELD = /^(- | {2})([a-zA-Z]+):(?: (.+))?$/;
const ITEM = /^ {4}- (.+)$/;
/** Text that YAML takes for itself and nothing else: no quote, bracket, comment, tag, number or word with a meaning. */
const TEXT = /^(?!(?:true|false|null|yes|no|on|off|~)$)[\p{L}\d][^\n]*$/iu;
const MEANS_MORE = /: |:$| #|^[\d.+-]+$/u;

/**
 * Reads the part of YAML that everyday files use – one map an entry, plain texts, lists of plain texts – in a tenth of the
 * full parser's time, which is most of a start without a cache.
 * @returns undefined when anything else stands in the text; the full parser must read it then
 */
export function parsePlainList(text: string): PlainList | undefined {
  const entries: Record<string, unknown>[] = [];
  const lines: Map<string, number[]>[] = [];
  let open: unknown[] | undefined;
  let places: number[] = [];
  for (const [index, row] of text.split("\n").entries()) {
    if (row === "" || row.startsWith("#")) continue;
    const item = ITEM.exec(row);
    if (item) {
      const value = scalar(item[1] as string);
      if (open === undefined || value === undefined) return undefined;
      open.push(value);
      places.push(index + 1);
      continue;
    }
    const [, lead, name = "", rest] = FIELD.exec(row) ?? [];
    if (lead === undefined || (lead === "  " && entries.length === 0)) return undefined;
    if (lead === "- ") {
      entries.push({});
      lines.push(new Map([["", [index + 1]]]));
    }
    const entry = entries.at(-1) as Record<string, unknown>;
    if (Object.hasOwn(entry, name)) return undefined;
    const value = rest === undefined ? [] : rest.startsWith("[") ? inlineList(rest) : scalar(rest);
    if (value === undefined) return undefined;
    open = rest === undefined ? (value as unknown[]) : undefined;
    places = [index + 1];
    entry[name] = value;
    lines.at(-1)?.set(name, places);
  }
  if (entries.length === 0 || entries.some((entry) => Object.values(entry).some(isEmptyBlock))) return undefined;
  return { value: entries, line: ([at, field = "", position]) => lineOf(lines[Number(at)], String(field), position) };
}

/** `[]` is an empty list; a field with nothing behind it is null to YAML, which only the full parser says rightly. */
const EMPTY: readonly unknown[] = [];

function isEmptyBlock(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 && value !== EMPTY;
}

function inlineList(text: string): readonly unknown[] | undefined {
  if (!text.endsWith("]")) return undefined;
  const inside = text.slice(1, -1).trim();
  if (inside === "") return EMPTY;
  if (/["'[\]{}]/.test(inside)) return undefined;
  const items = inside.split(",").map((one) => scalar(one.trim()));
  return items.includes(undefined) ? undefined : items;
}

function scalar(text: string): string | undefined {
  if (text.startsWith('"')) return quoted(text);
  return TEXT.test(text) && !MEANS_MORE.test(text) && text === text.trim() ? text : undefined;
}

function quoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(
  places: ReadonlyMap<string, number[]> | undefined,
  field: string,
  position: PropertyKey | undefined,
): number {
  const found = places?.get(field) ?? places?.get("");
  return found?.[typeof position === "number" ? position + 1 : 0] ?? found?.[0] ?? 1;
}
