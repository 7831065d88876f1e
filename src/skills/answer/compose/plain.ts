export { plain } from "../../../text/plain.ts";

/** `label: value` when there is one line, else the label above the lines. */
export function labelled(label: string, texts: readonly string[]): string[] {
  const [only, ...rest] = texts;
  return only !== undefined && rest.length === 0 ? [`${label}: ${only.replace(/^• /, "")}`] : [`${label}:`, ...texts];
}
