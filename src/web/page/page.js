import {
  articleOf,
  awaitAnswer,
  disableChoices,
  goLive,
  isAwaited,
  showAnswer,
  showQuestion,
  tell,
} from "/assets/conversation.js";
import { addressOf } from "/assets/embed.js";
import { remember, setDraft, text } from "/assets/field.js";
import { message, post } from "/assets/post.js";
import { element } from "/assets/render.js";
import { createStream } from "/assets/stream.js";

/** After this long the citizen is told that the network is slow, and that the answer takes its time. Milliseconds. */
const SLOW = 6_000;
const LATE = 20_000;
/** What was sent comes back by the stream at once; if it does not, the stream is dead without knowing. Milliseconds. */
const ECHO = 4_000;

const find = (id) => document.getElementById(id);
const send = find("send");
const log = find("log");
const trouble = find("trouble");
const connection = find("connection");
const large = find("large");

/** The message on its way, the last one that did not get through, and the one that waits for an answer. */
let sending;
let failed;
let asked;
let timers = [];

const stream = createStream(addressOf("/api/stream"), {
  item: (said) => (said.from === "person" ? heard(said) : answered(said)),
  ready() {
    if (goLive() && !sending) search();
    start();
  },
  stranger() {
    goLive();
    start();
    if (!asked) return;
    // It may have been asked for before there was a cookie; not a second time.
    if (asked.unknown) showBlocked();
    else stream.open();
    asked.unknown = true;
  },
  connected(on) {
    connection.textContent = on ? "" : navigator.onLine ? "Mất kết nối, đang nối lại…" : "Máy đang mất mạng.";
  },
});

/** Opens the procedure that the address names (`/?start=<code>`, from a printed list), once. */
function start() {
  const code = new URLSearchParams(location.search).get("start");
  if (code === null) return;
  history.replaceState(null, "", location.pathname);
  if (/^[\w.-]{1,40}$/.test(code)) ask(message(`/start ${code}`, `Xem thủ tục ${code}`, false));
}

// Sending

/** Sends a message, unless one is on its way. What was typed stays in its field until the server has it. */
async function ask(question) {
  if (sending) return;
  sending = question;
  failed = undefined;
  trouble.replaceChildren();
  const shown = showQuestion(question.id, question.shown);
  shown.classList.add("sending");
  shown.scrollIntoView({ block: "start" });
  busy(true);
  tell("Đang gửi…");
  const slow = setTimeout(() => tell("Mạng đang chậm, anh/chị chờ thêm một chút…"), SLOW);
  try {
    await post(question);
    sent(question);
  } catch (error) {
    if (question.echoed) sent(question);
    else notSent(question, shown, error.message);
  } finally {
    clearTimeout(slow);
    shown.classList.remove("sending");
    sending = undefined;
    busy(false);
  }
}

function sent(question) {
  if (question.typed) setDraft("");
  asked = question;
  if (question.answered) tell("");
  else {
    awaitAnswer();
    search();
  }
  stream.open();
}

function notSent(question, shown, sentence) {
  shown.remove();
  tell("");
  failed = question;
  const kept = question.typed ? " Câu hỏi vẫn còn trong ô bên dưới." : "";
  const again = element("button", "Gửi lại");
  again.type = "button";
  again.addEventListener("click", () => {
    (question.typed ? text : log).focus();
    ask(question.typed ? typed() : question);
  });
  trouble.replaceChildren(element("p", sentence + kept), again);
  stream.open(); // it may have arrived all the same: then the stream tells
}

/** The server has it and looks for the answer. */
function search() {
  settle();
  tell("Đang tìm câu trả lời…");
  timers = [
    setTimeout(() => asked && !asked.echoed && stream.reopen(), ECHO),
    setTimeout(() => tell("Em đã nhận câu hỏi nhưng trả lời hơi chậm. Anh/chị chờ giúp em, không cần gửi lại."), LATE),
  ];
}

function settle() {
  tell("");
  for (const timer of timers) clearTimeout(timer);
}

function busy(on) {
  text.readOnly = on;
  for (const button of [send, ...document.querySelectorAll("[data-ask]")])
    button.setAttribute("aria-disabled", String(on));
  disableChoices(on || isAwaited());
}

/** A browser that keeps no cookie cannot be told its answer. */
function showBlocked() {
  settle();
  const link = element("a", "Mở trang hỏi thủ tục");
  Object.assign(link, { href: "/", target: "_blank", rel: "noopener" });
  trouble.replaceChildren(element("p", "Trình duyệt đang chặn cookie nên em không trả lời ở đây được."), link);
}

// Hearing

/** What the person said, here or on another page of theirs. */
function heard({ key, text: said }) {
  for (const question of [sending, asked]) if (question?.id === key) question.echoed = true;
  if (failed?.id === key) {
    trouble.replaceChildren();
    if (failed.typed && failed.sent === text.value) setDraft("");
  }
  if (articleOf(key)) return;
  asked = undefined;
  showQuestion(key, said);
  awaitAnswer();
  if (log.getAttribute("aria-live") === "polite") search();
}

function answered(said) {
  if (sending && !sending.answered) {
    sending.answered = true;
    awaitAnswer();
  }
  settle();
  showAnswer(said, (payload, label) => ask(message(payload, label, false)), asked?.typed === false);
}

// The text field and the buttons that are always there

/** What stands in the field; the very message that failed keeps its id, so that it is not answered twice. */
function typed() {
  return failed?.typed && failed.sent === text.value ? failed : message(text.value, text.value, true);
}

function submit(event) {
  event.preventDefault();
  if (text.value.trim() !== "") ask(typed());
  text.focus();
}

function setLarge(on) {
  document.documentElement.classList.toggle("large", on);
  large.setAttribute("aria-pressed", String(on));
}

find("form").addEventListener("submit", submit);
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
stream.open();
