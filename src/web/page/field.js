/** The text field: its draft outlives an error and a reload. */
export const text = document.getElementById("text");

export function setDraft(draft) {
  text.value = draft;
  keepDraft();
}

function keepDraft() {
  remember("sessionStorage", "draft", text.value);
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 4, window.innerHeight / 3)}px`;
}

/** Storage may be switched off in the browser: then nothing is remembered. */
export function remember(storage, key, value) {
  try {
    if (value === undefined) return window[storage].getItem(key);
    window[storage].setItem(key, value);
  } catch {
    return null;
  }
}

text.addEventListener("input", keepDraft);
setDraft(text.value || remember("sessionStorage", "draft") || "");
