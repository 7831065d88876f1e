import { setTimeout as pause } from "node:timers/promises";

/**
 * Waits until a condition holds, at most `within` milliseconds (5,000 unless told). Looks again every few milliseconds.
 * @throws Error that says what was waited for
 */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { within = 5_000, what = String(condition) }: { readonly within?: number; readonly what?: string } = {},
): Promise<void> {
  const end = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`);
    await pause(5);
  }
}
