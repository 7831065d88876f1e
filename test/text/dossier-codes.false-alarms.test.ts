import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDossierCodes } from "../../src/text/dossier-codes.ts";
import { ordinarySentences } from "./dossier-codes/ordinary.ts";

const EVAL = join(import.meta.dirname, "../eval");
const FILES = ["ambiguous", "commune", "faq-style", "negative", "province", "short"];

describe("what is no code", () => {
  it("is not taken for one, in 2,000 sentences with numbers", () => {
    const sentences = ordinarySentences();
    expect(new Set(sentences).size).toBeGreaterThanOrEqual(2_000);
    expect(sentences.filter((one) => findDossierCodes(one).length > 0)).toEqual([]);
  });

  it("is not taken for one, in the questions that people ask", () => {
    const lines = FILES.flatMap((file) => readFileSync(join(EVAL, `${file}.jsonl`), "utf8").split("\n"));
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lines.filter((line) => findDossierCodes(line).length > 0)).toEqual([]);
  });

  it("is told from one by its day where dots and dashes are missing", () => {
    expect(findDossierCodes("H12 01 02 260101 0001")).toEqual(["H12.01.02-260101-0001"]);
    expect(findDossierCodes("H12 01 02 261301 0001")).toEqual([]);
    expect(findDossierCodes("H12 01 02 260132 0001")).toEqual([]);
    expect(findDossierCodes("H12 01 02 090101 0001")).toEqual([]);
  });

  it("is not cut out of something longer", () => {
    for (const text of [
      "G22.99.3-241219795252",
      "H12.01.02-260101-00012345",
      "H12.01.02-260101-0001-77",
      "XH12.01.02-260101-0001",
      "1.000.00.01.H12.5",
      "H12.01.02-260101-0001abc",
    ]) {
      expect(findDossierCodes(text), text).toEqual([]);
    }
  });
});
