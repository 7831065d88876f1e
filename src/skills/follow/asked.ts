import type { Turn } from "../../core/conversation.ts";
import { findDossierCodes } from "../../text/dossier-codes.ts";
import { foldedSyllables } from "../../text/syllables.ts";
import { Phrases } from "../phrases.ts";
import { type FollowPayload, readFollowPayload } from "./payload.ts";

/** What a turn wants of this skill. */
export type Wish = FollowPayload | { readonly kind: "which" };

const START = Phrases.of(`
  báo cho tôi khi | báo cho tui khi | báo cho em khi | báo cho mình khi | báo cho con khi | báo cho anh khi | báo cho chị khi |
  báo tôi khi | báo tui khi | báo em khi | báo mình khi | báo con khi | báo anh khi | báo chị khi | báo lại khi |
  nhắn cho tôi khi | nhắn tôi khi | nhắn tui khi | nhắn em khi | nhắn mình khi | nhắc tôi khi | thông báo khi |
  thông báo cho tôi | thông báo cho tui | thông báo cho mình | xong báo | xong thì báo | xong nhắn | xong thì nhắn |
  xong nhớ báo | kết quả báo | kết quả thì báo | kết quả nhắn | kết quả thì nhắn | có gì báo | có gì thì báo | có gì nhắn |
  có gì mới báo | có gì mới thì báo | có thay đổi thì báo | có thay đổi báo | khi có thay đổi | theo dõi hồ sơ này |
  theo dõi giùm | theo dõi giúp | theo dõi dùm | theo dõi hộ | theo dõi cho tôi | theo dõi cho tui | theo dõi nó |
  theo dõi cái này`);
const STOP = Phrases.of(`
  dừng theo dõi | ngừng theo dõi | ngưng theo dõi | thôi theo dõi | hủy theo dõi | bỏ theo dõi | khỏi theo dõi |
  không theo dõi nữa | đừng theo dõi | tắt theo dõi | dừng báo | ngừng báo | ngưng báo | thôi báo | khỏi báo | đừng báo |
  không cần báo | không báo nữa | tắt thông báo | ngừng thông báo | dừng thông báo | đừng nhắn nữa | ngừng nhắn |
  dừng nhắn`);
const LIST = Phrases.of(`
  đang theo dõi gì | đang theo dõi cái gì | đang theo dõi những gì | đang theo dõi hồ sơ nào | đang theo dõi mấy |
  đang theo dõi bao nhiêu | theo dõi những hồ sơ nào | danh sách theo dõi | hồ sơ đang theo dõi | xem theo dõi`);
/** "Báo" is also the beginning of other words, and "theo dõi" asks for a way. */
const ELSE = Phrases.of(
  "báo cáo | báo mất | báo động | báo hiếu | báo chí | báo tử | cách theo dõi | hướng dẫn theo dõi",
);
const DOSSIER = Phrases.of("hồ sơ | kết quả | giấy hẹn | biên nhận");
const YES =
  /^(?:da|vang|u|uh|uhm|ok|oke|okay|co|dong y|duoc|chiu|muon|lam di|bao di|theo doi di)(?: (?:da|a|nha|nhe|em|di|chu|vang|duoc|dong y|bao di|roi|luon|anh|chi))*$/;
const NO =
  /^(?:da )?(?:khong|ko|hong|hok|thoi|khoi|de sau)(?: (?:a|nha|nhe|em|dau|can|muon|roi|cam on|nua|thoi|khoi))*$/;
/** Longer messages ask for more than this. */
const LONGEST = 20;

/** What a turn wants of this skill; undefined when it wants something else. */
export function wishOf({ text, session }: Turn): Wish | undefined {
  if (text.startsWith("#")) return readFollowPayload(text);
  const folded = foldedSyllables(text);
  const asked = session.offered?.map(({ send }) => readFollowPayload(send)).find((one) => one?.kind === "start");
  if (asked && YES.test(folded.join(" "))) return asked;
  if (asked && NO.test(folded.join(" "))) return { kind: "declined" };
  const [code] = findDossierCodes(text);
  if ((code === undefined && folded.length > LONGEST) || ELSE.any(text)) return undefined;
  if (STOP.any(text)) return code === undefined ? { kind: "stop-all" } : { kind: "stop", code };
  if (LIST.any(text)) return { kind: "list" };
  if (!START.any(text)) return undefined;
  const meant = code ?? session.dossier;
  if (meant !== undefined) return { kind: "ask", code: meant };
  return DOSSIER.any(text) ? { kind: "which" } : undefined;
}
