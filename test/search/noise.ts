import { fold } from "../../src/text/fold.ts";
import { keysOf, TONES } from "../text/vietnamese.ts";

/** The ways in which people who hurry, or whose keyboard is off, write what they mean. Each takes a correct text. */
export const NOISE: Readonly<Record<string, (text: string) => string>> = {
  "without marks": fold,
  "in capitals": (text) => text.toUpperCase(),
  "with Telex keys left over": (text) => byKeys(text, "telex"),
  "with VNI keys left over": (text) => byKeys(text, "vni"),
  "with decomposed marks": (text) => text.normalize("NFD"),
  "with two words run together": (text) => fold(text).replace(" ", ""),
  "with the last letter held down": (text) => text.replace(/(\p{L})$/u, "$1$1$1$1"),
  "with letters of a word swapped": (text) => withLongest(fold(text), (word) => word.replace(/^(..)(.)(.)/, "$1$3$2")),
  "with a letter missing": (text) => withLongest(fold(text), (word) => word.slice(0, 2) + word.slice(3)),
  "with politeness around it": (text) => `Dạ cho em hỏi ${text} thì làm sao vậy ạ?`,
  "with blanks and punctuation": (text) => `  ${text.replaceAll(" ", "   ")} !!! ...`,
  "with emoji": (text) => `🙏 ${text} 😊😊`,
};

function byKeys(text: string, method: "telex" | "vni"): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(" ")
    .map((word) => {
      const tone = TONES.find(({ mark }) => mark !== "" && word.normalize("NFD").includes(mark));
      const toneless = tone === undefined ? word : word.normalize("NFD").replace(tone.mark, "").normalize("NFC");
      return keysOf(toneless, method).flat().join("") + (tone?.[method] ?? "");
    })
    .join(" ");
}

/** The text with its longest word written otherwise. */
function withLongest(text: string, change: (word: string) => string): string {
  const words = text.split(" ");
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  return words.map((word) => (word === longest ? change(word) : word)).join(" ");
}
