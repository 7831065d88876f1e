/** From so many digits on a number may not fit into 53 bits. */
const LONG = /\d{16}/;
const WHOLE_AND_LONG = /^-?\d{16,}$/;
const STRINGS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads JSON so that long whole numbers keep every digit, as strings: ids of Zalo are larger than 2^53. Of equal keys the
 * last one counts, and `__proto__` is a key like any other.
 * @returns undefined for what is no JSON
 */
export function parseExact(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // Only in valid JSON does every quote have its pair, so that the pattern runs over it once.
    return LONG.test(text) ? JSON.parse(text.replace(STRINGS_AND_NUMBERS, quoteLong)) : value;
  } catch {
    return undefined;
  }
}

function quoteLong(token: string): string {
  return WHOLE_AND_LONG.test(token) ? `"${token}"` : token;
}
