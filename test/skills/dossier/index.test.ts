import { describe, expect, it } from "vitest";
import { route } from "../../../src/conversation/router.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { lookPayload, morePayload } from "../../../src/skills/dossier/asked.ts";
import { createSkills } from "../../../src/skills/index.ts";
import { turnOf, words } from "../fixture.ts";
import { CODE, HELD, Held, OTHER, openCounter, said, sends } from "./counter.ts";

describe("asking for a dossier", () => {
  it("asks for the code, says where it stands, and takes it in any writing", async () => {
    const counter = openCounter();
    const asked = await counter.say("hồ sơ của tôi tới đâu rồi");
    expect(asked).toMatchObject({ status: "dossier", text: said.ask });
    expect(counter.sessions.get("p")?.awaited).toBe("dossier-code");
    const told = await counter.say("000.00.01.h12 – 261116 – 0001.");
    expect(told.text).toContain("ĐANG XỬ LÝ");
    expect(counter.sessions.get("p")).toMatchObject({ dossier: CODE });
    expect(counter.sessions.get("p")).not.toHaveProperty("awaited");
  });

  it("again means the same dossier; the button asks for another", async () => {
    const counter = openCounter();
    await counter.say(CODE);
    expect((await counter.say("hồ sơ xong chưa em")).text).toContain(CODE);
    expect((await counter.say("#d")).text).toBe(said.ask);
  });

  it("with half a code or none is helped on", async () => {
    const counter = openCounter();
    await counter.say("#d");
    expect((await counter.say("0001")).text).toBe(said.unread);
    expect((await counter.say("tôi mất giấy hẹn rồi")).text).toBe(said.noCode);
  });

  it("with several codes tells the first and offers the others", async () => {
    const counter = openCounter();
    const { text, buttons } = await counter.say(`${CODE}, ${OTHER}`);
    expect(text).toContain(CODE);
    expect(sends(buttons)).toEqual([lookPayload(OTHER), morePayload(CODE), `#f/${CODE}`, "#d"]);
  });

  it("with a code that is not there says so", async () => {
    const { text, buttons } = await openCounter().say(OTHER);
    expect(text).toContain(`em không thấy hồ sơ nào mang mã ${OTHER}`);
    expect(sends(buttons)).toEqual(["#d"]);
  });

  it.each([
    ["G22.99.08-260921-896048", "bộ, ngành"],
    ["000.00.53.H48-220921-0099", "tỉnh, thành khác"],
  ])("with the code of another system %s says whose it is, and asks nobody", async (code, whose) => {
    const counter = openCounter();
    const { text } = await counter.say(code);
    expect(text).toContain(whose);
    expect(text).toContain(said.portalLink);
    expect(counter.oneStop.asked).toBe(0);
  });
});

describe("proving that it is theirs", () => {
  async function proving(digits: string, oneStop = new Held(HELD)) {
    const counter = openCounter({ oneStop });
    await counter.say(CODE);
    const asked = await counter.say(morePayload(CODE));
    return { counter, asked, told: await counter.say(digits) };
  }

  it("takes the last four digits, and shows more", async () => {
    const { asked, told, counter } = await proving("4821");
    expect(asked.text).toBe(said.prove.identity);
    expect(told.text).toContain("Đăng ký khai sinh");
    expect(counter.sessions.get("p")).not.toHaveProperty("awaited");
    expect(JSON.stringify([...counter.sessions])).not.toContain("4821");
    expect(counter.store.text).not.toContain("4821");
  });

  it("asks for the number that the system has", async () => {
    const phone = { ...HELD, proof: { kind: "phone", lastFour: "0007" } } as const;
    const { asked, told } = await proving("0007", new Held(phone));
    expect(asked.text).toBe(said.prove.phone);
    expect(told.text).toContain("Đăng ký khai sinh");
  });

  it("answers alike to wrong digits, to a dossier without a number, and to none", async () => {
    const { proof: _, ...bare } = HELD;
    const answers = await Promise.all(
      [new Held(HELD), new Held(bare), new Held()].map(async (oneStop) => {
        const { asked, told, counter } = await proving("1111", oneStop);
        return { asked, told, session: counter.sessions.get("p") };
      }),
    );
    expect(answers[0]?.told.text).toBe(said.prove.wrong);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("takes no other number of digits, and no try for it", async () => {
    const { told, counter } = await proving("123");
    expect(told.text).toBe(said.prove.four);
    for (let i = 0; i < 10; i++) await counter.say("12345");
    expect((await counter.say("4821")).text).toContain("Đăng ký khai sinh");
  });

  it("is not remembered: the next question shows state and dates", async () => {
    const { counter } = await proving("4821");
    expect((await counter.say(CODE)).text).not.toContain("khai sinh");
  });
});

describe("without the system", () => {
  it("that was never connected, the page and the centre are told", async () => {
    const counter = openCounter({ connected: false });
    for (const text of ["#d", "tra cứu hồ sơ", CODE, morePayload(CODE)]) {
      const reply = await counter.say(text);
      expect(reply.text).toContain(said.unconnected);
      expect(reply.text).toContain(said.portalLink);
      expect(reply.text).toContain("số 298 Trần Hưng Đạo");
      expect(reply.sources[0]).toMatchObject({ file: "offices.yaml" });
    }
    expect((await counter.say("G22.99-251225-020175")).text).toContain("bộ, ngành");
  });

  it("that is down, the same, with a button to try again", async () => {
    const counter = openCounter();
    counter.oneStop.isDown = true;
    const reply = await counter.say(CODE);
    expect(reply.text).toContain(said.down);
    expect(reply.text).toContain(said.portalLink);
    expect(sends(reply.buttons)).toEqual([lookPayload(CODE)]);
    expect((await counter.say(morePayload(CODE))).text).toContain(said.down);
    counter.oneStop.isDown = false;
    expect((await counter.say(lookPayload(CODE))).text).toContain("ĐANG XỬ LÝ");
  });

  it("a fault of ours is not hidden as theirs", async () => {
    const counter = openCounter();
    counter.oneStop.find = async () => {
      throw new TypeError("a bug");
    };
    await expect(counter.say(CODE)).rejects.toThrow(TypeError);
  });
});

describe("among the skills", () => {
  const skills = createSkills(words);
  const taker = (text: string, session = {}) => route(skills, turnOf(text, { session }))?.name;

  it.each([
    ["#d", "dossier"],
    [CODE, "dossier"],
    [`chào em, coi giùm ${CODE}`, "dossier"],
    [`không phải ${OTHER}, mà là ${CODE}`, "dossier"],
    ["hồ sơ của tôi tới đâu rồi", "dossier"],
    ["gặp cán bộ hỏi hồ sơ của tôi tới đâu rồi", "handoff"],
    [`cháy nhà rồi cứu với ${CODE}`, "safety"],
    [`đưa tiền cho cán bộ để hồ sơ ${CODE} xong lẹ`, "safety"],
    ["làm khai sinh cần giấy gì", "answer"],
    ["cảm ơn em", "smalltalk"],
  ])("%s goes to %s", (text, name) => {
    expect(taker(text)).toBe(name);
  });

  it("it takes digits only when it asked for them", () => {
    expect(taker("4821", { awaited: "owner-digits", dossier: CODE })).toBe("dossier");
    expect(taker("4821")).not.toBe("dossier");
    expect(taker("482913", { awaited: "owner-digits", dossier: CODE })).toBe("safety");
    expect(CLAIM.dossier).toBeLessThan(CLAIM.unlawful);
  });
});
