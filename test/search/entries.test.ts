import { describe, expect, it } from "vitest";
import type { Faq } from "../../src/core/knowledge.ts";
import { entriesOf, generalId } from "../../src/search/entries.ts";
import { fixture, procedure } from "./fixture.ts";
import { snapshotOf } from "./snapshots.ts";

const FAQ: Faq = {
  id: "gio-lam-viec",
  ask: "Mấy giờ mở cửa?",
  aliases: ["giờ làm việc"],
  answer: "Từ 7 giờ.",
  sources: ["Thông báo"],
  verified: "2026-11-20",
  file: "faq/gio-lam-viec.md",
};

describe("entriesOf", () => {
  it("has the procedures as they are, then the general questions", () => {
    const snapshot = fixture();
    const entries = entriesOf(snapshot);
    expect(entries.slice(0, snapshot.procedures.size)).toEqual([...snapshot.procedures.values()]);
    expect(entries.slice(snapshot.procedures.size).map(generalId)).toEqual(["buu-dien"]);
  });

  it("lets a general question be found by what it asks, how else it is asked, and its answer", () => {
    const [entry] = entriesOf(snapshotOf([], { faq: [FAQ] }));
    expect(entry).toMatchObject({
      name: "Mấy giờ mở cửa?",
      aliases: ["giờ làm việc"],
      sections: { notes: "Từ 7 giờ." },
      file: "faq/gio-lam-viec.md",
      verified: "2026-11-20",
    });
  });

  it("gives every entry a code of its own, also where a question has the id of a procedure", () => {
    const snapshot = snapshotOf([procedure("1.000001", "Một")], { faq: [{ ...FAQ, id: "1.000001" }] });
    const codes = entriesOf(snapshot).map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
  });

  it("has nothing for an empty base", () => {
    expect(entriesOf(snapshotOf([]))).toEqual([]);
  });
});

describe("generalId", () => {
  it("gives back the id of a general question, and nothing for a procedure", () => {
    const [entry] = entriesOf(snapshotOf([], { faq: [FAQ] }));
    expect(entry && generalId(entry)).toBe("gio-lam-viec");
    expect(generalId(procedure("1.000001", "Một"))).toBeUndefined();
  });
});
