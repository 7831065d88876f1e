/** A guide file with as little in it as the format allows; `more` comes before its steps. */
export function guideFile(id: string, more = "", steps = "  - {id: only, text: Làm đi.}\n"): string {
  return `id: ${id}\ntitle: Hướng dẫn ${id}\nverified: 2026-11-20\nsources: {s: Cổng}\n${more}steps:\n${steps}`;
}

/** The steps of a guide that leads through another. */
export function through(id: string): string {
  return `  - id: ask
    text: Có chưa?
    ask: has
    choices:
      - {label: Có, value: yes}
      - {label: Chưa, value: no, through: ${id}}
`;
}
