import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { error, type LineOf, type Parsed } from "./fault.ts";
import { parsePlain } from "./plain-yaml.ts";
import { syntaxSentence } from "./sentences.ts";

/**
 * Parses YAML 1.2 (core schema: dates stay text).
 * @param file name shown in faults
 * @param text the YAML alone
 * @param firstLine line of the file (from 1) on which `text` begins
 * @returns the value, or one `yaml-syntax` fault per place that cannot be read
 */
export function parseYaml(file: string, text: string, firstLine = 1): Parsed<unknown> {
  const plain = parsePlain(text);
  if (plain) return { value: plain.value, faults: [], line: (path) => plain.line(path) + firstLine - 1 };

  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const line: LineOf = (path) => lineAt(startOf(document.contents, path));
  if (document.errors.length > 0) {
    const faults = document.errors.map((fault) =>
      error(file, lineAt(fault.pos[0]), "yaml-syntax", syntaxSentence(fault.code, fault.message)),
    );
    return { faults, line };
  }
  try {
    return { value: document.toJS({ maxAliasCount: 0 }), faults: [], line };
  } catch {
    return { faults: [error(file, firstLine, "yaml-syntax", syntaxSentence("BAD_ALIAS", ""))], line };
  }
}

/** Offset in the text at which the value at `path` (for a field: its name) begins. */
function startOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let start = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair || !isScalar(pair.key)) return start;
      start = pair.key.range?.[0] ?? start;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return start;
      start = (node as Node).range?.[0] ?? start;
    } else return start;
  }
  return start;
}
