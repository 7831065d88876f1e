import { createInterface } from "node:readline";
import type { Button, Inbound, Reply } from "../core/conversation.ts";
import { renderText } from "./render.ts";

/** Ends the conversation, as does the end of the input. */
const LEAVE = /^\/(?:thoat|thoát|quit|exit)$/i;
const FAILED = "Xin lỗi, em đang gặp trục trặc. Anh/chị hỏi lại giúp em.";

export interface ConsoleOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody sits there: then a prompt is shown, and the arrow keys bring back what was asked. */
  readonly terminal: boolean;
  readonly answer: (inbound: Inbound) => Promise<Reply>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Talks with one person, a line each; the number of a button presses it. Resolves when the person leaves. */
export async function talkOnConsole({ input, output, terminal, answer, now, newId }: ConsoleOptions): Promise<void> {
  const lines = createInterface({ input, output, terminal, prompt: terminal ? "› " : "", historySize: 200 });
  const say = (text: string) => output.write(`\n${text}\n\n`);
  const person = newId();
  let buttons: readonly Button[] = [];
  lines.prompt();
  for await (const line of lines) {
    if (LEAVE.test(line.trim())) break;
    try {
      const inbound = { id: newId(), channel: "console", person, text: pressed(line, buttons), at: now() };
      const reply = await answer(inbound);
      buttons = reply.buttons;
      say(renderText(reply));
    } catch {
      say(FAILED);
    }
    lines.prompt();
  }
  lines.close();
}

/** What a typed line sends: the payload of the button whose number it is, or the line as it stands. */
export function pressed(line: string, buttons: readonly Button[]): string {
  const number = line.trim();
  return (/^\d{1,2}$/.test(number) && buttons[Number(number) - 1]?.send) || line;
}
