import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { pressed, talkOnConsole } from "../../src/channels/console.ts";
import type { Inbound, Reply } from "../../src/core/conversation.ts";
import { surroundings } from "../surroundings.ts";

const BUTTONS = [
  { label: "Lệ phí", send: "#p/1/fee" },
  { label: "Thời hạn", send: "#p/1/time" },
];

function reply(text: string, buttons: Reply["buttons"] = []): Reply {
  return { status: "answered", text, buttons, sources: [], procedures: [], facets: [] };
}

/** Types the lines and returns what was asked and what stood on the screen. */
async function talk(lines: string, answer: (inbound: Inbound) => Promise<Reply>) {
  const asked: Inbound[] = [];
  const output = new PassThrough();
  await talkOnConsole({
    input: Readable.from([lines]),
    output,
    terminal: false,
    answer: (inbound) => {
      asked.push(inbound);
      return answer(inbound);
    },
    ...surroundings(),
  });
  return { asked, screen: String(output.read() ?? "") };
}

describe("pressed", () => {
  it.each([
    ["1", "#p/1/fee"],
    [" 2 ", "#p/1/time"],
    ["3", "3"],
    ["0", "0"],
    ["2 người", "2 người"],
    ["", ""],
  ])("takes %j for %j", (line, sent) => {
    expect(pressed(line, BUTTONS)).toBe(sent);
  });

  it("takes a number as it stands when there is nothing to press", () => {
    expect(pressed("1", [])).toBe("1");
  });
});

describe("talkOnConsole", () => {
  it("asks a line at a time, as one person with messages of their own", async () => {
    const { asked, screen } = await talk("khai sinh\nkết hôn", async ({ text }) => reply(`về ${text}`));
    expect(asked.map(({ text }) => text)).toEqual(["khai sinh", "kết hôn"]);
    expect(new Set(asked.map(({ person }) => person)).size).toBe(1);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
    expect(asked[0]).toMatchObject({ channel: "console", at: new Date("2026-11-24T03:00:00Z") });
    expect(screen).toContain("\nvề khai sinh\n");
    expect(screen).toContain("\nvề kết hôn\n");
  });

  it("presses a button by its number, as long as it stands there", async () => {
    const { asked, screen } = await talk("khai sinh\n2\n2\n", async ({ text }) =>
      reply(text, text === "khai sinh" ? BUTTONS : []),
    );
    expect(asked.map(({ text }) => text)).toEqual(["khai sinh", "#p/1/time", "2"]);
    expect(screen).toContain("  2. Thời hạn");
  });

  it.each(["/thoat", "/thoát", "/quit", " /THOAT "])("ends with %j and asks nothing more", async (word) => {
    const { asked } = await talk(`một\n${word}\nhai\n`, async () => reply("dạ"));
    expect(asked.map(({ text }) => text)).toEqual(["một"]);
  });

  it("hands on whatever is typed", async () => {
    const { asked } = await talk("\n😀\n<b>x</b>\n", async () => reply("dạ"));
    expect(asked.map(({ text }) => text)).toEqual(["", "😀", "<b>x</b>"]);
  });

  it("says sorry and goes on when answering fails", async () => {
    const { asked, screen } = await talk("một\nhai\n", async ({ text }) => {
      if (text === "một") throw new Error("broken");
      return reply("dạ hai");
    });
    expect(asked).toHaveLength(2);
    expect(screen).toContain("Xin lỗi, em đang gặp trục trặc");
    expect(screen).toContain("dạ hai");
    expect(screen).not.toContain("broken");
  });
});
