import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { FACETS, type Facet, type Procedure } from "../../core/procedure.ts";

/** One question of an evaluation set. */
export interface EvalQuestion {
  readonly set: string;
  readonly id: string;
  readonly text: string;
  /** Any of these codes is right; empty when the base should not answer. */
  readonly gold: readonly string[];
  readonly facets: readonly Facet[];
  readonly expect: "answer" | "silent" | "choices" | "smalltalk" | "clarify" | "emergency" | "refused";
}

/** The project's own form, and the form of published sets (`qid`, `question`). */
const line = z.object({
  id: z.string().optional(),
  qid: z.string().optional(),
  text: z.string().optional(),
  question: z.string().optional(),
  gold: z.array(z.string()).default([]),
  facets: z.array(z.enum(FACETS)).default([]),
  expect: z.enum(["silent", "choices", "smalltalk", "clarify", "emergency", "refused"]).optional(),
  split: z.string().optional(),
});

/** Frozen noisy spellings of a set: `{set, qid, nodiac, typo10, …}`. */
const variantLine = z.looseObject({ set: z.string(), qid: z.string() });

export interface ReadOptions {
  /** Keep only lines with this `split`. */
  readonly split?: string | undefined;
  /** File of noisy variants, and which of them to ask instead of the question itself. */
  readonly variants?: string | undefined;
  readonly variant?: string | undefined;
}

/** Reads a JSON Lines file of questions. A line that cannot be read throws with its number. */
export async function readQuestions(file: string, options: ReadOptions = {}): Promise<EvalQuestion[]> {
  const spelled = await readVariants(options);
  const set = basename(file).replace(/\.jsonl$/, "") + (options.variant === undefined ? "" : ` (${options.variant})`);
  const questions: EvalQuestion[] = [];
  for (const [at, raw] of (await readLines(file)).entries()) {
    const parsed = line.safeParse(JSON.parse(raw));
    if (!parsed.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(parsed.error)}`);
    const row = parsed.data;
    if (options.split !== undefined && row.split !== options.split) continue;
    const id = row.id ?? row.qid ?? String(at + 1);
    const text = spelled === undefined ? (row.text ?? row.question) : spelled.get(id);
    if (text === undefined) continue;
    const expect = row.expect ?? (row.gold.length > 0 ? "answer" : "silent");
    questions.push({ set, id, text, gold: row.gold, facets: row.facets, expect });
  }
  return questions;
}

async function readVariants({ variants, variant }: ReadOptions): Promise<Map<string, string> | undefined> {
  if (variants === undefined || variant === undefined) return undefined;
  const found = new Map<string, string>();
  for (const raw of await readLines(variants)) {
    const row = variantLine.parse(JSON.parse(raw));
    const text = row[variant];
    if (typeof text === "string") found.set(row.qid, text);
  }
  return found;
}

async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, "utf8")).split("\n").filter((one) => one.trim() !== "");
}

/** A procedure is right when its code is, or when it took over a code that is. */
export function isRight(procedure: Pick<Procedure, "code" | "replaces">, gold: ReadonlySet<string>): boolean {
  return gold.has(procedure.code) || procedure.replaces.some(({ code }) => gold.has(code));
}
