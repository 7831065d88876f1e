import type { Outcome, Skill, Turn } from "../../core/conversation.ts";
import { CLAIM } from "../claims.ts";
import { ERASE, ERASE_NO, ERASE_YES } from "../payload.ts";
import { Phrases } from "../phrases.ts";
import { button, outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";

const PRESSED: ReadonlySet<string> = new Set([ERASE, ERASE_YES, ERASE_NO]);

const ASKED = Phrases.of(`
  xóa dữ liệu của tôi | xóa dữ liệu của tui | xóa dữ liệu của em | xóa dữ liệu của mình | xóa dữ liệu cá nhân |
  xóa hết dữ liệu | xóa toàn bộ dữ liệu | xóa dữ liệu đi | xóa dữ liệu giùm | xóa thông tin của tôi |
  xóa thông tin của tui | xóa thông tin của em | xóa thông tin của mình | xóa thông tin tôi | xóa lịch sử chat |
  xóa lịch sử trò chuyện | xóa cuộc trò chuyện | xóa tin nhắn | xóa đoạn chat | quên tôi đi | quên tui đi |
  lưu gì của tôi | lưu gì của tui | lưu gì của em | lưu những gì | lưu dữ liệu gì | lưu thông tin gì |
  lưu thông tin của tôi | lưu thông tin của tui | lưu thông tin của em | lưu dữ liệu của tôi | lưu tin nhắn |
  giữ gì của tôi | giữ thông tin của tôi | giữ thông tin gì | giữ dữ liệu gì | có lưu dữ liệu | có lưu thông tin |
  có bị lộ thông tin | lộ thông tin không | bảo mật thông tin không | bảo mật không | có bảo mật |
  nhớ gì về tôi | biết gì về tôi`);
/** What others keep: registers that a procedure is about. */
const ELSEWHERE = Phrases.of(`
  dân cư | cơ sở dữ liệu | vneid | tài khoản | định danh | hộ tịch | giấy tờ | sổ | cư trú | hồ sơ | thủ tục`);

/** What the bot keeps of a person, for how long, and erasing it. */
export function createPrivacy(words: Words["privacy"]): Skill {
  return {
    name: "privacy",
    claims: ({ text }) => {
      if (PRESSED.has(text)) return CLAIM.pressed;
      return ASKED.any(text) && !ELSEWHERE.any(text) ? CLAIM.privacy : undefined;
    },
    handle: async (turn) => {
      if (turn.text === ERASE_YES) return erase(words);
      return turn.text === ERASE_NO ? outcome(turn, replyWith("smalltalk", words.spared)) : explain(turn, words);
    },
  };
}

function explain(turn: Turn, words: Words["privacy"]): Outcome {
  const buttons = [button(words.yesButton, ERASE_YES), button(words.noButton, ERASE_NO)];
  return outcome(turn, replyWith("smalltalk", `${words.kept}\n\n${words.ask}`, { buttons }));
}

function erase(words: Words["privacy"]): Outcome {
  return { reply: replyWith("smalltalk", words.erased), session: {}, erase: true };
}
