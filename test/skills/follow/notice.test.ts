import { describe, expect, it } from "vitest";
import type { Notice, Progress } from "../../../src/core/follow.ts";
import { DOSSIER_STATES } from "../../../src/core/one-stop.ts";
import { keeps, noticeReply } from "../../../src/skills/follow/notice.ts";
import { words } from "../fixture.ts";

const CODE = "000.00.01.H12-261116-0001";
const dueAt = new Date("2026-11-27T10:00:00Z");
const completedAt = new Date("2026-11-26T03:00:00Z");
const changed = (progress: Partial<Progress>, next: "goes-on" | "ends" = "goes-on"): Notice => ({
  kind: "changed",
  next,
  progress: { code: CODE, state: "processing", ...progress },
});
const sends = (notice: Notice) => noticeReply(notice, words).buttons.map(({ send }) => send);

describe("a notice", () => {
  it.each(DOSSIER_STATES)("of %s says the state, what to do, and how to stop", (state) => {
    const { text, status } = noticeReply(changed({ state }), words);
    const { name, means, next } = words.dossier.states[state];
    for (const part of [CODE, name.toUpperCase(), means, next, words.follow.how]) expect(text).toContain(part);
    expect(status).toBe("dossier");
    expect(sends(changed({ state }))).toEqual([`#d/${CODE}`, `#f/stop/${CODE}`]);
    expect(text.length).toBeLessThan(1_000);
  });

  it("names days and counts none, so that it is true later too", () => {
    const { text } = noticeReply(changed({ dueAt }), words);
    expect(text).toContain("• Hẹn trả: thứ Sáu 27/11/2026\n");
    expect(text).not.toMatch(/còn \d|hôm nay|ngày mai/);
    expect(noticeReply(changed({ state: "result_ready", completedAt, dueAt }), words).text).toContain(
      "• Xong ngày: thứ Năm 26/11/2026\n",
    );
    expect(noticeReply(changed({ state: "withdrawn", completedAt }), words).text).toContain("• Ngày kết thúc: thứ Năm");
  });

  it("that is the last says so, and has nothing to stop", () => {
    const last = changed({ state: "returned", completedAt }, "ends");
    const { text } = noticeReply(last, words);
    expect(text).toContain(words.follow.ended);
    expect(text).not.toContain(words.follow.how);
    expect(sends(last)).toEqual([`#d/${CODE}`]);
  });

  it("of tomorrow's appointment names the day", () => {
    const notice: Notice = { kind: "tomorrow", progress: { code: CODE, state: "processing", dueAt } };
    const { text } = noticeReply(notice, words);
    expect(text).toContain("ngày mai, thứ Sáu 27/11/2026");
    expect(text).toContain(words.follow.how);
    expect([keeps(notice), keeps(changed({}))]).toEqual([false, true]);
  });

  it("of a dossier that is lost says goodbye kindly", () => {
    const { text, buttons } = noticeReply({ kind: "lost", progress: { code: CODE } }, words);
    expect(text).toContain(CODE);
    expect(text).toMatch(/^Dạ, /);
    expect(buttons).toEqual([]);
  });

  it("shows nothing beyond state and dates, whatever it is handed", () => {
    const more = { applicant: "NGUYỄN VĂN ẢO", procedure: "Đăng ký khai sinh", stateName: "Chuyển ông ẢO 0101234567" };
    for (const state of DOSSIER_STATES) {
      const { text } = noticeReply(changed({ state, ...more } as Partial<Progress>), words);
      expect(text).not.toMatch(/ẢO|khai sinh|0101234567/);
    }
  });
});
