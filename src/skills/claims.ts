/** How surely each skill takes a turn, in one place so that their order can be seen. The highest claim wins. */
export const CLAIM = {
  emergency: 1,
  /** A button that the skill itself made. */
  pressed: 0.95,
  /** Empty, emoji only, too long. */
  unusable: 0.9,
  secret: 0.87,
  unlawful: 0.85,
  /** "Không phải", which alone would be small talk. */
  correction: 0.82,
  smalltalk: 0.8,
  foreign: 0.75,
  person: 0.7,
  /** A payload that no skill knows. */
  unknownButton: 0.6,
  question: 0.5,
} as const;
