import { ASPECT_PHRASES } from "./aspects.ts";
import { CHATTER_PHRASES } from "./chatter.ts";

/** Everyday wording that official texts lack; the speller must know it so that it does not "correct" it. */
export function spokenPhrases(): readonly string[] {
  return [...ASPECT_PHRASES, ...CHATTER_PHRASES];
}
