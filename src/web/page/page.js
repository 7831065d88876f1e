/** After this long the citizen is told that the network is slow, and then that it did not work. Milliseconds. */
const SLOW = 6_000;
const TOO_LONG = 30_000;

const find = (id) => document.getElementById(id);
const text = find("text");
const send = find("send");
const log = find("log");
const choices = find("choices");
const trouble = find("trouble");
const pending = find("pending");
const large = find("large");

/** The message on its way, and the last one that did not get through. */
let sending;
let failed;

// Sending

/** A question: what is sent, what is shown of it, and whether it stands in the text field. */
function message(sent, shown, typed) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0"));
  return { id: id.join(""), sent, shown, typed };
}

/** Sends a message, unless one is on its way. What was typed stays in its field until the answer is there. */
async function ask(question) {
  if (sending) return;
  sending = question;
  failed = undefined;
  trouble.replaceChildren();
  const shown = addMessage("you", "Anh/chị hỏi:");
  shown.append(element("p", question.shown));
  busy(true);
  pending.textContent = "Đang tìm câu trả lời…";
  shown.scrollIntoView({ block: "start" });
  const slow = setTimeout(() => {
    pending.textContent = "Mạng đang chậm, anh/chị chờ thêm một chút…";
  }, SLOW);
  try {
    const reply = await post(question);
    if (question.typed) setDraft("");
    showReply(reply, shown, !question.typed);
  } catch (error) {
    shown.remove();
    failed = question;
    showTrouble(error.message, question);
  } finally {
    clearTimeout(slow);
    pending.textContent = "";
    sending = undefined;
    busy(false);
  }
}

/** Asks the server; throws an Error whose message is for the citizen. */
async function post({ id, sent }) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TOO_LONG);
  let response;
  let body;
  try {
    response = await fetch("/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text: sent }),
      signal: abort.signal,
    });
    body = await response.json();
  } catch {
    if (abort.signal.aborted) throw new Error("Mạng chậm quá nên chưa nhận được câu trả lời.");
    if (response) throw new Error("Hệ thống đang có trục trặc, anh/chị vui lòng thử lại sau ít phút.");
    throw new Error("Chưa kết nối được. Anh/chị kiểm tra mạng rồi gửi lại.");
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw new Error(body.message);
  return body;
}

function busy(on) {
  text.readOnly = on;
  for (const button of [send, ...document.querySelectorAll("[data-ask], #choices button")]) {
    button.setAttribute("aria-disabled", String(on));
  }
}

function showTrouble(sentence, question) {
  const kept = question.typed ? " Câu hỏi vẫn còn trong ô bên dưới." : "";
  const again = element("button", "Gửi lại");
  again.type = "button";
  again.addEventListener("click", () => {
    (question.typed ? text : log).focus();
    ask(question.typed ? typed() : question);
  });
  trouble.replaceChildren(element("p", sentence + kept), again);
}

// Showing: everything that comes from outside is set as text, never as markup

function element(tag, content = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = content;
  if (className) made.className = className;
  return made;
}

function addMessage(who, label) {
  const article = element("article", "", who);
  article.append(element("p", label, "unseen"));
  log.append(article);
  return article;
}

function showReply(reply, question, focus) {
  const article = addMessage("bot", "Trợ lý trả lời:");
  if (reply.status === "emergency") article.classList.add("emergency");
  addLines(article, reply);
  if (reply.status === "answered" || reply.status === "case") addSources(article, reply.sources);
  showButtons(reply.buttons);
  question.scrollIntoView({ block: "start" });
  if (!focus) return;
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
}

/** One element a line: headline, bullets, numbered steps, the quiet source line, plain paragraphs. */
function addLines(article, reply) {
  let list;
  for (const line of reply.text.split("\n")) {
    if (line.trim() === "") continue;
    const bullet = line.match(/^(\s*)[•-]\s+(.*)$/);
    if (bullet) {
      if (!list) {
        list = element("ul");
        article.append(list);
      }
      const item = element("li", "", bullet[1] ? "deep" : "");
      list.append(item);
      addLinked(item, bullet[2], reply.status);
      continue;
    }
    list = undefined;
    const name = reply.procedures[0]?.name === line && !article.querySelector("h2");
    const block = element(name ? "h2" : "p", "", lineClass(line));
    article.append(block);
    addLinked(block, line, reply.status);
  }
}

function lineClass(line) {
  if (/^Nguồn: /.test(line)) return "source";
  if (/^\d+[.)] /.test(line)) return "step";
  return /^.{1,60}:$/.test(line) ? "label" : "";
}

/** Web addresses become links; in an emergency the short telephone numbers can be pressed. */
function addLinked(parent, line, status) {
  const pattern =
    status === "emergency"
      ? /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|\b11[1-5]\b)/
      : /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;
  for (const part of line.split(pattern)) {
    if (!part.match(pattern)) {
      parent.append(part);
      continue;
    }
    const page = part.startsWith("http");
    const link = element("a", part);
    link.href = page ? part : `tel:${part}`;
    if (page) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
    parent.append(link);
  }
}

function addSources(article, sources) {
  const quoted = sources.filter(({ heading, quote }) => heading && quote);
  if (quoted.length === 0) return;
  const details = element("details");
  details.append(element("summary", "Xem trích nguyên văn"));
  for (const { heading, file, quote } of quoted) {
    const figure = element("figure");
    figure.append(element("blockquote", quote), element("figcaption", `${heading} · ${file}`));
    details.append(figure);
  }
  article.append(details);
}

/** The buttons of the last reply; those of earlier ones are gone. */
function showButtons(buttons) {
  const [legend] = choices.children;
  const made = buttons.map(({ label, send }) => {
    const button = element("button", label);
    button.type = "button";
    button.addEventListener("click", () => ask(message(send, label, false)));
    return button;
  });
  choices.replaceChildren(legend, ...made);
  choices.hidden = made.length === 0;
}

// The text field: its draft outlives an error and a reload

function setDraft(draft) {
  text.value = draft;
  keepDraft();
}

function keepDraft() {
  remember("sessionStorage", "draft", text.value);
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 4, window.innerHeight / 3)}px`;
}

/** What stands in the field; the very message that failed keeps its id, so that it is not answered twice. */
function typed() {
  return failed?.typed && failed.sent === text.value ? failed : message(text.value, text.value, true);
}

function submit(event) {
  event.preventDefault();
  if (text.value.trim() !== "") ask(typed());
  text.focus();
}

/** Storage may be switched off in the browser: then nothing is remembered. */
function remember(storage, key, value) {
  try {
    if (value === undefined) return window[storage].getItem(key);
    window[storage].setItem(key, value);
  } catch {
    return null;
  }
}

function setLarge(on) {
  document.documentElement.classList.toggle("large", on);
  large.setAttribute("aria-pressed", String(on));
}

find("form").addEventListener("submit", submit);
text.addEventListener("input", keepDraft);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
});
for (const topic of document.querySelectorAll("[data-ask]")) {
  topic.addEventListener("click", () => ask(message(topic.dataset.ask, topic.textContent, false)));
}
large.addEventListener("click", () => {
  const on = large.getAttribute("aria-pressed") !== "true";
  setLarge(on);
  remember("localStorage", "large", on ? "yes" : "no");
});
setLarge(remember("localStorage", "large") === "yes");
setDraft(text.value || remember("sessionStorage", "draft") || "");
