import { answerArticle, element, questionArticle } from "/assets/render.js";

const find = (id) => document.getElementById(id);
const log = find("log");
const choices = find("choices");
const pending = find("pending");

/** What a button sends, when it is not known any more what stood on it. */
const PAYLOAD = /^#[a-z]+\/.*$/;

/** Whoever is so near to the end of the page wants to see what comes, pixels. */
const END = 40;

/** What the buttons shown so far send, and what stands on them. */
const labels = new Map();
/** Nothing has been said since the person's last message. */
let fresh = false;
/** All that was there when the page was opened is shown. */
let live = false;

/** Shows a question of the person, unless it stands there. Returns its article. */
export function showQuestion(key, shown) {
  const known = articleOf(key);
  if (known) return known;
  const article = questionArticle(labels.get(shown) ?? shown.replace(PAYLOAD, "Nút đã bấm"));
  article.dataset.key = key;
  log.append(article);
  if (live) article.scrollIntoView({ block: "start" });
  return article;
}

export function articleOf(key) {
  return log.querySelector(`[data-key="${CSS.escape(key)}"]`);
}

/** The person is waiting for an answer: what was to be chosen before counts no more. */
export function awaitAnswer() {
  fresh = true;
  disableChoices(true);
}

export function isAwaited() {
  return fresh;
}

export function disableChoices(on) {
  for (const button of choices.querySelectorAll("button")) button.setAttribute("aria-disabled", String(on));
}

/** Shows what the assistant says. `press` is called with a button of it; `focus`: the reader is to go there. */
export function showAnswer(answer, press, focus) {
  const article = answerArticle(answer);
  const atEnd = window.scrollY + window.innerHeight > document.documentElement.scrollHeight - END;
  log.append(article);
  for (const { label, send } of answer.buttons) labels.set(send, label);
  const left = choices.contains(document.activeElement);
  showButtons(answer.buttons, press);
  if (live && fresh) (article.previousElementSibling ?? article).scrollIntoView({ block: "start" });
  else if (live && atEnd) article.scrollIntoView({ block: "nearest" });
  if (fresh && (focus || left)) {
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
  }
  fresh = false;
}

/** The buttons of an answer take the place of those of earlier answers; what is said further adds its own. */
function showButtons(buttons, press) {
  const made = buttons.map(({ label, send }) => {
    const button = element("button", label);
    button.type = "button";
    button.addEventListener("click", () => button.getAttribute("aria-disabled") !== "true" && press(send, label));
    return button;
  });
  if (fresh) for (const button of choices.querySelectorAll("button")) button.remove();
  choices.append(...made);
  choices.hidden = choices.querySelector("button") === null;
}

/** What is going on just now; nothing when empty. */
export function tell(sentence) {
  pending.textContent = sentence;
}

/** From now on what comes is new: it is read out and scrolled to. Returns whether an answer is still to come. */
export function goLive() {
  const unanswered = log.lastElementChild?.className === "you";
  if (live) return unanswered;
  live = true;
  log.setAttribute("aria-live", "polite");
  [...log.querySelectorAll(".you")].at(-1)?.scrollIntoView({ block: "start" });
  return unanswered;
}
