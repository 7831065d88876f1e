const RETRY_SENTENCE = "Mất kết nối với máy thử, đang nối lại…";
const find = (selector, within = document) => within.querySelector(selector);

function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Does something on a phone; the new view comes by the stream. */
async function act(app, action) {
  try {
    const response = await fetch("/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ app, ...action }),
    });
    return response.ok;
  } catch {
    find("#trouble").textContent = RETRY_SENTENCE;
    return false;
  }
}

// A phone

class Phone {
  #app;
  #section;
  #person;
  /** Message id → its item and the JSON it was made of. */
  #shown = new Map();

  constructor(section) {
    const { app, name, about, hello } = section.dataset;
    this.#app = app;
    this.#section = section;
    section.append(find("#phone").content.cloneNode(true));
    this.#find(".app").textContent = name;
    this.#find(".about").textContent = about;
    this.#find(".hello button").textContent = hello;
    this.#find(".field .unseen").textContent = `Tin nhắn trên ${name}`;
    const talk = this.#find(".talk");
    talk.ariaLabel = `Các tin nhắn trên ${name}`;
    talk.tabIndex = 0; // so that it can be scrolled by keyboard
    this.#listen();
  }

  show(view) {
    if (view.person !== this.#person) {
      this.#person = view.person;
      this.#shown.clear();
      this.#find(".talk ol").replaceChildren();
    }
    this.#showPeople(view);
    this.#showBubbles(view.bubbles);
    this.#find(".holder").textContent = `Máy của ${view.people[view.person]}`;
    this.#find(".typing").hidden = !view.typing;
    this.#find(".hello").hidden = view.bubbles.length > 0 || view.blocked;
    this.#find(".write").hidden = view.blocked;
    this.#find(".suggestions").hidden = view.blocked;
    this.#find(".stopped").hidden = !view.blocked;
  }

  #find(selector) {
    return find(selector, this.#section);
  }

  #do(action) {
    return act(this.#app, action);
  }

  #listen() {
    const text = this.#find("textarea");
    const submit = async (event) => {
      event.preventDefault();
      const said = text.value.trim();
      if (said === "") return;
      text.value = "";
      grow(text);
      if (!(await this.#do({ do: "say", text: said })) && text.value === "") text.value = said;
    };
    this.#find(".write").addEventListener("submit", submit);
    text.addEventListener("input", () => grow(text));
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
    });
    this.#section.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-do], [data-say]");
      if (button === null) return;
      this.#do(button.dataset.say ? { do: "say", text: button.dataset.say } : { do: button.dataset.do });
      this.#closeMenu();
    });
    this.#find("input[type=file]").addEventListener("change", ({ target }) => this.#sendFile(target));
    const menu = this.#find(".menu");
    document.addEventListener("click", ({ target }) => {
      if (!menu.contains(target)) menu.open = false;
    });
    menu.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#closeMenu();
    });
  }

  #closeMenu() {
    const menu = this.#find(".menu");
    if (!menu.open) return;
    if (menu.contains(document.activeElement)) find("summary", menu).focus();
    menu.open = false;
  }

  async #sendFile(input) {
    const [file] = input.files;
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    input.value = "";
    this.#closeMenu();
    if (!(await this.#do({ do: "photo", data }))) find("#trouble").textContent = "Ảnh quá lớn, chưa gửi được.";
  }

  #showPeople({ people, person }) {
    const fieldset = this.#find(".people");
    if (fieldset.elements.length === 0) {
      for (const [index, name] of people.entries()) {
        const label = element("label", "entry");
        const radio = Object.assign(element("input", "radio"), {
          type: "radio",
          name: `${this.#app}-person`,
          value: index,
        });
        radio.addEventListener("change", () => this.#do({ do: "person", person: index }));
        label.append(radio, name);
        fieldset.append(label);
      }
    }
    fieldset.elements[person].checked = true;
  }

  #showBubbles(bubbles) {
    const list = this.#find(".talk ol");
    const talk = this.#find(".talk");
    const ids = new Set(bubbles.map(({ id }) => id));
    for (const [id, { item }] of this.#shown) {
      if (ids.has(id)) continue;
      item.remove();
      this.#shown.delete(id);
    }
    for (const bubble of bubbles) {
      const json = JSON.stringify(bubble);
      const known = this.#shown.get(bubble.id);
      if (known?.json === json) continue;
      const item = this.#item(bubble);
      if (known) known.item.replaceWith(item);
      else list.append(item);
      this.#shown.set(bubble.id, { item, json });
      requestAnimationFrame(() => talk.scrollTo({ top: talk.scrollHeight }));
    }
  }

  #item({ id, from, text, buttons, picture, note, at }) {
    const item = element("li", from);
    if (from === "notice") {
      item.append(element("p", "", text));
      return item;
    }
    const bubble = element("div", "bubble");
    bubble.append(element("span", "unseen", from === "me" ? "Tôi: " : "Trợ lý: "));
    if (note) bubble.append(element("p", "note", note));
    if (picture) bubble.append(this.#image(picture));
    if (text) bubble.append(linked(element("p", "words"), text));
    const time = new Date(at).toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });
    bubble.append(element("span", "time", time));
    item.append(bubble);
    if (buttons.length > 0) {
      const keys = element("div", "keys");
      for (const [button, label] of buttons.entries()) {
        const key = Object.assign(element("button", "key", label), { type: "button" });
        key.addEventListener("click", () => this.#do({ do: "press", bubble: id, button }));
        keys.append(key);
      }
      (this.#app === "zalo" ? bubble : item).append(keys);
    }
    return item;
  }

  #image(src) {
    const talk = this.#find(".talk");
    const image = Object.assign(element("img"), { src, alt: "Ảnh" });
    image.addEventListener("load", () => talk.scrollTo({ top: talk.scrollHeight }));
    return image;
  }
}

/** Web addresses in a text become links; everything else stays text, never markup. */
function linked(parent, text) {
  const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;
  for (const part of text.split(address)) {
    if (!address.test(part)) parent.append(part);
    else
      parent.append(
        Object.assign(element("a", "", part), { href: part, target: "_blank", rel: "noopener noreferrer" }),
      );
  }
  return parent;
}

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 120)}px`;
}

// The wire

/** The look of each line, by who is at its other end. */
const LINES = { Zalo: "with-zalo", Telegram: "with-telegram", "Một cửa": "with-one-stop" };

function showWire(entries) {
  find("#wire").replaceChildren(
    ...entries.map(({ at, from, to, what, status, words, fault, ms }) => {
      const item = element("li", LINES[[from, to].find((end) => end in LINES)]);
      item.classList.toggle("bad", Boolean(fault) || status === 0 || status >= 400);
      const way = element("p", "way");
      way.append(element("time", "", new Date(at).toLocaleTimeString("vi")), `${from} → ${to}`);
      const call = element("p", "what");
      call.append(element("code", "", what));
      const outcome = element("p", "outcome");
      outcome.append(element("strong", "", status === 0 ? "đứt" : String(status)), ms === undefined ? "" : ` ${ms} ms`);
      item.append(way, outcome, call);
      if (words) item.append(element("p", "said", words));
      if (fault) item.append(element("p", "fault", fault));
      return item;
    }),
  );
}

// The sample dossiers

/** The field that was used last. */
let field;

function showDossiers(dossiers) {
  const list = find("#dossiers");
  if (list.childElementCount === dossiers.length) return;
  list.replaceChildren(
    ...dossiers.map(({ code, state, proof }) => {
      const button = Object.assign(element("button", "dossier"), { type: "button" });
      button.append(element("code", "", code), element("span", "said", `${state} · 4 số cuối căn cước: ${proof}`));
      button.addEventListener("click", () => {
        showPart(field.closest(".phone").dataset.app);
        field.value = code;
        field.focus();
      });
      const item = element("li");
      item.append(button);
      return item;
    }),
  );
}

// The page

/** Shows one part where there is room for one only. */
function showPart(part) {
  document.body.dataset.shows = part;
  for (const one of document.querySelectorAll(".switch button")) one.ariaPressed = String(one.dataset.shows === part);
}

document.addEventListener("focusin", ({ target }) => {
  if (target.matches("textarea")) field = target;
});

const phones = Object.fromEntries(
  [...document.querySelectorAll(".phone")].map((section) => [section.dataset.app, new Phone(section)]),
);

field = find(".zalo textarea");

for (const button of document.querySelectorAll(".switch button")) {
  button.addEventListener("click", () => showPart(button.dataset.shows));
}

const events = new EventSource("/events");
events.addEventListener("message", ({ data }) => {
  find("#trouble").textContent = "";
  const view = JSON.parse(data);
  for (const [app, phone] of Object.entries(phones)) phone.show(view.phones[app]);
  showWire(view.wire);
  showDossiers(view.dossiers);
});
events.addEventListener("error", () => {
  find("#trouble").textContent = RETRY_SENTENCE;
});
