import { describe, expect, it } from "vitest";
import { reasonOf } from "../../../src/cli/doctor/ask.ts";
import { examine, settingFaults } from "../../../src/cli/doctor/doctor.ts";
import { folderWith, procedureFile } from "../../knowledge/folder.ts";
import { settingsFor } from "../../surroundings.ts";
import { answering } from "./answering.ts";

const WORLD = { now: () => new Date("2026-11-24T03:00:00Z"), node: "20.20.2" };
const knowledge = () => folderWith({ "procedures/a/1.001193.md": procedureFile() });

describe("examine", () => {
  it("looks at everything once, what it stands on first", async () => {
    const findings = await examine(settingsFor([knowledge()]), WORLD);
    expect(findings.map(({ about }) => about)).toEqual([
      "Node",
      "DATA_DIR",
      "KNOWLEDGE_DIR",
      "PORT",
      "đồng hồ · clock",
      "REDIS_URL",
      "PUBLIC_URL",
      "Telegram",
      "Zalo OA",
      "Zalo Bot",
      "ONE_STOP",
      "LLM",
      "EMBED",
    ]);
    expect(findings.every(({ says, remedy }) => says !== "" && remedy !== "")).toBe(true);
  });

  it("compares the clock with whoever answers", async () => {
    const PUBLIC_URL = await answering(200, { status: "ready" }, { date: "Tue, 24 Nov 2026 02:00:00 GMT" });
    const findings = await examine(settingsFor([knowledge()], { PUBLIC_URL }), WORLD);
    expect(findings).toContainEqual(
      expect.objectContaining({ about: "đồng hồ · clock", verdict: "warning", says: "lệch 3600 giây · 3600 s off" }),
    );
  });
});

describe("settingFaults", () => {
  it("is one finding a fault, by the setting's name", () => {
    expect(settingFaults(["PORT: sai · wrong: x"])).toMatchObject([
      { about: "PORT", verdict: "broken", says: "sai · wrong: x" },
    ]);
  });
});

describe("reasonOf", () => {
  const coded = (code: string) => Object.assign(new Error("connect"), { code });
  it.each([
    [coded("ECONNREFUSED"), "ECONNREFUSED"],
    [new TypeError("fetch failed", { cause: coded("ENOTFOUND") }), "ENOTFOUND"],
    [new AggregateError([coded("EHOSTUNREACH"), coded("ECONNREFUSED")]), "EHOSTUNREACH"],
    [new DOMException("too late", "TimeoutError"), "TimeoutError"],
    [new Error("WRONGPASS"), "WRONGPASS"],
    ["odd", "odd"],
  ])("%s", (error, reason) => expect(reasonOf(error)).toBe(reason));
});
