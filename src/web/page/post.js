import { addressOf } from "/assets/embed.js";

/** After this long a message has not got through, milliseconds. */
const TOO_LONG = 30_000;

/** A question: what is sent, what is shown of it, and whether it stands in the text field. */
export function message(sent, shown, typed) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0"));
  return { id: id.join(""), sent, shown, typed };
}

/** Sends a message. Resolves when the server has kept it; throws an Error whose message is for the citizen. */
export async function post({ id, sent }) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TOO_LONG);
  let response;
  let body;
  try {
    response = await fetch(addressOf("/api/chat"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text: sent }),
      signal: abort.signal,
    });
    body = await response.json();
  } catch {
    if (abort.signal.aborted) throw new Error("Mạng chậm quá nên câu hỏi chưa gửi được.");
    if (response) throw new Error("Hệ thống đang có trục trặc, anh/chị vui lòng thử lại sau ít phút.");
    throw new Error("Chưa kết nối được. Anh/chị kiểm tra mạng rồi gửi lại.");
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw new Error(body.message);
}
