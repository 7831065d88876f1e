/**
 * A line of a knowledge file as plain text: "- a" → "• a", **bold** and # marks dropped, [text](link) → "text: link".
 * The indent of nested lists stays, two blanks a level.
 */
export function plain(line: string): string {
  const indent = line.match(/^\s*/)?.[0].length ?? 0;
  const text = line
    .trim()
    .replace(/^#+\s+/, "")
    .replace(/^[-*+]\s+/, "• ")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/(?<![\p{L}\d])_(.+?)_(?![\p{L}\d])/gu, "$1")
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, "$1: $2")
    .replace(/`([^`]+)`/g, "$1");
  return indent > 1 ? `  ${text}` : text;
}
