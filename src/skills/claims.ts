/** How surely each skill takes a turn, in one place so that their order can be seen. The highest claim wins. */
export const CLAIM = {
  emergency: 1,
  /** A button that the skill itself made. */
  pressed: 0.95,
  /** An officer's message longer than a citizen's may be. */
  staffLong: 0.91,
  /** Empty, emoji only, too long. */
  unusable: 0.9,
  /** More than an empty text. */
  sticker: 0.905,
  secret: 0.87,
  unlawful: 0.85,
  /** Words that do something at the step of a guide: "xong rồi" would be small talk. */
  guideInput: 0.84,
  /** To be told of a dossier, or no longer: the code may stand beside it. */
  follow: 0.835,
  /** A dossier's code, or what was asked for about a dossier. */
  dossier: 0.83,
  /** "Không phải", which alone would be small talk. */
  correction: 0.82,
  /** What the bot keeps, and having it erased. */
  privacy: 0.81,
  smalltalk: 0.8,
  foreign: 0.75,
  /** A citizen's words that an officer sends on: also those that ask for a person. */
  staffForwarded: 0.72,
  person: 0.7,
  /** To be told of a dossier that was not named. */
  followAsked: 0.69,
  /** "Hồ sơ của tôi tới đâu rồi". */
  dossierAsked: 0.68,
  /** A photo without words, perhaps of a receipt. */
  receipt: 0.66,
  /** A guide asked for by one of its names. */
  guideAsked: 0.65,
  /** A picture, a voice message … without words. */
  media: 0.65,
  /** A payload that no skill knows. */
  unknownButton: 0.6,
  /** An officer's own question. */
  staffQuestion: 0.55,
  question: 0.5,
} as const;
