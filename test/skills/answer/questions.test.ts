import { describe, expect, it } from "vitest";
import { numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { generalQuestion, ownQuestion, tellGeneral } from "../../../src/skills/answer/questions.ts";
import { read } from "../../../src/skills/answer/reading.ts";
import { birth, finding, snapshotOf, turnOf, words } from "../fixture.ts";

const hours = {
  id: "gio-lam-viec",
  ask: "Công an xã làm việc giờ nào?",
  aliases: ["mấy giờ mở cửa"],
  answer: "Dạ, từ 07:00 đến 17:00.\n- Trừ ngày lễ.",
  sources: ["Quyết định 5/QĐ-UBND"],
  verified: "2026-11-24",
  file: "faq/gio-lam-viec.md",
};
const knowledge = snapshotOf([birth], { faq: [hours] });

describe("generalQuestion", () => {
  it("is the one that search found", async () => {
    const turn = turnOf("", { knowledge, search: finding([birth], "unsure", { general: hours.id }) });
    expect(generalQuestion(turn, await read(turn, "mấy giờ mở cửa"))).toBe(hours);
  });

  it("is none when search found none", async () => {
    const turn = turnOf("", { knowledge });
    expect(generalQuestion(turn, await read(turn, "khai sinh"))).toBeUndefined();
  });
});

describe("tellGeneral", () => {
  it("answers with its own source, all numbers quoted", async () => {
    const turn = turnOf("", { knowledge, search: finding([birth], "unsure") });
    const { reply, session } = tellGeneral(turn, hours, await read(turn, "mấy giờ"), words.answer);
    expect(reply.status).toBe("answered");
    expect(reply.text).toBe(
      "Dạ, từ 07:00 đến 17:00.\n• Trừ ngày lễ.\n\nNguồn: faq/gio-lam-viec.md · Quyết định 5/QĐ-UBND · kiểm ngày 24/11/2026",
    );
    expect(reply.sources[0]).toMatchObject({ file: hours.file, heading: hours.ask, quote: hours.answer });
    expect(numbersUnsupported(reply)).toEqual([]);
    expect(session.sources).toEqual(reply.sources);
  });

  it("offers procedures only when search is sure of one", async () => {
    const buttons = async (verdict: "sure" | "unsure") => {
      const turn = turnOf("", { knowledge, search: finding([birth], verdict) });
      return tellGeneral(turn, hours, await read(turn, "mấy giờ"), words.answer).reply.buttons.length;
    };
    expect(await buttons("sure")).toBe(1);
    expect(await buttons("unsure")).toBe(0);
  });
});

describe("ownQuestion", () => {
  it("answers the very question, which stands before its answer", () => {
    expect(ownQuestion("quên đi khai sinh rồi", birth).map(({ text }) => text)).toEqual([
      "Quên đi khai sinh thì sao?",
      "Vẫn làm được, giấy tờ như nhau.",
    ]);
  });

  it.each(["đăng ký khai sinh", "làm giấy khai sinh cho con", "khai sinh bao lâu", "lệ phí"])(
    "%s is another",
    (text) => {
      expect(ownQuestion(text, birth)).toEqual([]);
    },
  );
});
