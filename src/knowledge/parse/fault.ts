import type { Fault } from "../../core/knowledge.ts";

/** A place inside a YAML value: field names and list positions (from 0), outermost first. */
export type Path = readonly PropertyKey[];

/** Line (from 1) of the file on which the value at `path` stands; for a path that is not there, its nearest parent. */
export type LineOf = (path: Path) => number;

/** What one file gave: its value when it can be used, its faults, and where every field stands. */
export interface Parsed<T> {
  readonly value?: T;
  readonly faults: readonly Fault[];
  readonly line: LineOf;
}

/** A fault that must be corrected. `line` counts from 1; `message` is Vietnamese for an officer. */
export function error(file: string, line: number, code: string, message: string): Fault {
  return { file, line, code, severity: "error", message };
}

/** A fault that the officer should look at; the file is used all the same. */
export function warning(file: string, line: number, code: string, message: string): Fault {
  return { file, line, code, severity: "warning", message };
}
