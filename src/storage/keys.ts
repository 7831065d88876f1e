/** Longest key, in characters as written: LMDB takes at most 1,978 bytes (lmdb README, "Keys"), a character three. */
const LONGEST = 500;

/**
 * A name as a key: lone surrogates and control characters escaped, so that no two names share a key. What a name starts
 * with, its key starts with too.
 * @throws RangeError when it would be longer than 500 characters
 */
export function writeKey(name: string): string {
  const key = JSON.stringify(name).slice(1, -1);
  if (key.length > LONGEST) throw new RangeError(`a name of ${key.length} characters is no key`);
  return key;
}

/** The name of which `writeKey` made the key. */
export function readKey(key: string): string {
  return JSON.parse(`"${key}"`) as string;
}
