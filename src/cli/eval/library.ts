import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Source } from "../../core/conversation.ts";
import type { Snapshot } from "../../core/knowledge.ts";

/** The files behind the answers, to check quotes against what they really say. */
export interface Library {
  /** Whether the quote stands in its file, white space and Markdown list signs aside. */
  holds(source: Source): boolean;
}

/** Reads every file that an answer may cite. `spoken` are the texts of the bot itself, which cite the file of its words. */
export async function openLibrary(
  folders: readonly string[],
  snapshot: Snapshot,
  spoken: ReadonlyMap<string, string>,
): Promise<Library> {
  const files = new Map<string, string>([...spoken].map(([file, text]) => [file, plain(text)]));
  const cited = [...snapshot.procedures.values(), ...snapshot.faq, ...snapshot.guides.values()].map(({ file }) => file);
  for (const file of [...cited, "offices.yaml"]) {
    for (const folder of folders) {
      const text = await readFile(join(folder, file), "utf8").catch(() => undefined);
      if (text === undefined) continue;
      files.set(file, (files.get(file) ?? "") + plain(text));
    }
  }
  return {
    holds: ({ file, quote }) => {
      const text = files.get(file);
      return text !== undefined && quote.split(PARTS).every((part) => text.includes(plain(part)));
    },
  };
}

/** A quote of the head of a file joins its fields by " · " and its laws by commas. */
const PARTS = /\n| · |, (?=\d+(?:\.\d+)?\/)/u;

/** Without list signs, quotation marks and doubled blanks; days and amounts as the files write them, a clipped end left out. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/^[ \t]*(?:[-*•]|\d+[.)])[ \t]+/gmu, "")
    .replace(/["'\\…]/gu, "")
    .replace(
      DAY,
      (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    )
    .replace(/\b\d{1,3}(?:\.\d{3})+(?= đồng)/gu, (amount) => amount.replaceAll(".", ""))
    .replace(/ đồng(?:\/\S+)?$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

const DAY = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/gu;
