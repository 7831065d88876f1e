import { describe, expect, it } from "vitest";
import type { Dossier } from "../../../src/core/one-stop.ts";
import { morePayload } from "../../../src/skills/dossier/asked.ts";
import { CODE, HELD, Held, OTHER, openCounter, said } from "./counter.ts";

const MINUTES = 60_000;
const code = (i: number) => `000.00.01.H12-261116-${String(i).padStart(4, "0")}`;

/** Fifty dossiers with consecutive codes. */
function manyDossiers(): Dossier[] {
  return Array.from({ length: 50 }, (_, i) => ({
    ...HELD,
    code: code(i),
    applicant: `TRẦN THỊ BỊA SỐ ${i}`,
    proof: { kind: "identity", lastFour: String(1_000 + i * 37) },
  }));
}

describe("one person", () => {
  it("may ask for five different codes in 15 minutes, and as often as they like for the same", async () => {
    const counter = openCounter({ oneStop: new Held(...manyDossiers()) });
    for (let i = 0; i < 5; i++) expect((await counter.say(code(i))).text).toContain(code(i));
    const asked = counter.oneStop.asked;
    const refused = await counter.say(code(5));
    expect(refused.text).toContain(said.locked);
    expect(refused.text).toContain(said.portalLink);
    expect(counter.oneStop.asked).toBe(asked);
    expect((await counter.say(code(0))).text).toContain("ĐANG XỬ LÝ");
    counter.later(15 * MINUTES);
    expect((await counter.say(code(5))).text).toContain("ĐANG XỬ LÝ");
  });

  it("who is an officer may ask for many", async () => {
    const counter = openCounter({ oneStop: new Held(...manyDossiers()) });
    for (let i = 0; i < 50; i++) {
      expect((await counter.say(code(i), "o", {}, "officer")).text).toContain(code(i));
    }
  });

  it("may give digits five times in 15 minutes; then even the right ones show nothing", async () => {
    const counter = openCounter();
    await counter.say(morePayload(CODE));
    for (let i = 0; i < 5; i++) expect((await counter.say(`111${i}`)).text).toBe(said.prove.wrong);
    const refused = await counter.say("4821");
    expect(refused.text).toContain(said.locked);
    expect(refused.text).not.toContain("khai sinh");
    expect(counter.locked).toContain("person");
    counter.later(15 * MINUTES);
    await counter.say(morePayload(CODE));
    expect((await counter.say("4821")).text).toContain("khai sinh");
  });

  it("is locked in every process", async () => {
    const first = openCounter();
    const second = openCounter({ store: first.store });
    for (let i = 0; i < 5; i++) {
      const counter = i % 2 === 0 ? first : second;
      counter.sessions.set("p", { awaited: "owner-digits", dossier: CODE });
      await counter.say(`111${i}`);
    }
    second.sessions.set("p", { awaited: "owner-digits", dossier: CODE });
    expect((await second.say("4821")).text).toContain(said.locked);
  });

  it("does not lock others", async () => {
    const counter = openCounter();
    await counter.say(morePayload(CODE), "guesser");
    for (let i = 0; i < 6; i++) await counter.say(`111${i}`, "guesser");
    await counter.say(morePayload(CODE), "owner");
    expect((await counter.say("4821", "owner")).text).toContain("khai sinh");
  });
});

describe("one dossier", () => {
  it("takes ten wrong answers a day, from however many people", async () => {
    const counter = openCounter();
    for (let i = 0; i < 10; i++) {
      await counter.say(morePayload(CODE), `p${i}`);
      expect((await counter.say(`11${10 + i}`, `p${i}`)).text).toBe(said.prove.wrong);
    }
    expect(counter.locked).toEqual(["dossier"]);
    await counter.say(morePayload(CODE), "owner");
    expect((await counter.say("4821", "owner")).text).toContain(said.locked);
    expect((await counter.say(CODE, "owner")).text).toContain("ĐANG XỬ LÝ");
    counter.later(24 * 60 * MINUTES);
    await counter.say(morePayload(CODE), "owner");
    expect((await counter.say("4821", "owner")).text).toContain("khai sinh");
  });
});

describe("everybody together", () => {
  it("10,000 guesses of codes and digits by 500 people are locked out, and shown not one name, office or number", async () => {
    const dossiers = manyDossiers();
    const counter = openCounter({ oneStop: new Held(...dossiers) });
    const shown: string[] = [];
    let state = 7;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    for (let i = 0; i < 10_000; i++) {
      const person = `guesser ${random(500)}`;
      const aim = code(random(200));
      // Two of three guesses are digits for a dossier that may well be there.
      const text = i % 3 === 0 ? aim : String(9_000 + random(1_000));
      if (i % 3 !== 0) counter.sessions.set(person, { awaited: "owner-digits", dossier: aim });
      const { text: told, buttons, sources } = await counter.say(text, person);
      shown.push(told, JSON.stringify(sources), ...buttons.map(({ label }) => label));
    }
    const all = shown.join("\n");
    expect(all).not.toMatch(/TRẦN|BỊA|T\*\*\*|Thới Bình|khai sinh/);
    for (const { proof } of dossiers) expect(all).not.toMatch(new RegExp(`(?<!\\d)${proof?.lastFour}(?!\\d)`));
    expect(counter.locked).toContain("everybody");
    expect(shown.filter((text) => text.includes(said.closed)).length).toBeGreaterThan(7_000);
    expect(counter.oneStop.asked).toBeLessThan(1_500);
    expect(counter.store.text).not.toMatch(/"9\d{3}"/);
  });

  it("are let in again after 15 minutes", async () => {
    const counter = openCounter();
    for (let i = 0; i < 300; i++) await counter.say(code(5_000 + i), `p${i}`);
    const closed = await counter.say(CODE, "citizen");
    expect(closed.text).toContain(said.closed);
    expect(closed.text).toContain(said.portalLink);
    await counter.say(morePayload(CODE), "citizen");
    counter.later(15 * MINUTES);
    expect((await counter.say(CODE, "citizen")).text).toContain("ĐANG XỬ LÝ");
  });

  it("are not let in when nothing can be counted", async () => {
    const counter = openCounter();
    const { AppError } = await import("../../../src/core/errors.ts");
    counter.store.get = async () => {
      throw new AppError("store_down", "no store", "bận");
    };
    expect((await counter.say(OTHER)).text).toContain(said.down);
    expect(counter.oneStop.asked).toBe(0);
  });
});
