/**
 * A button on somebody's site that opens the chat page in a frame:
 * `<script src="https://<host>/widget.js" defer data-label="Hỏi thủ tục" data-position="left"></script>`.
 * It adds one element to the page, keeps its styles to itself, and loads nothing until it is pressed.
 */
(() => {
  const script = document.currentScript;
  const { origin } = new URL(script.src);
  const { label = "Hỏi thủ tục", position = "right" } = script.dataset;

  const STYLE = `
    :host { all: initial !important; position: fixed !important; z-index: 2147483000 !important;
      inset: auto 16px 16px auto !important; }
    :host([data-position="left"]) { inset: auto auto 16px 16px !important; }
    * { box-sizing: border-box; }
    button { min-width: 48px; min-height: 48px; padding: 8px 18px; border: 2px solid #fff; border-radius: 24px;
      background: #0b5563; color: #fff; font: 600 17px/1.3 system-ui, sans-serif; cursor: pointer; }
    #open { box-shadow: 0 2px 10px rgb(0 0 0 / 35%); }
    button:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
    #panel { position: fixed; inset: auto 16px 16px auto; width: min(420px, 100vw - 32px);
      height: min(680px, 100dvh - 32px); display: flex; flex-direction: column; overflow: hidden;
      border-radius: 14px; background: #0b5563; box-shadow: 0 6px 30px rgb(0 0 0 / 40%); }
    :host([data-position="left"]) #panel { inset: auto auto 16px 16px; }
    #panel[hidden], #open[hidden] { display: none; }
    #close { align-self: flex-end; border: 0; border-radius: 0; }
    #close:focus-visible { outline-color: #fbbf24; outline-offset: -4px; }
    iframe { flex: 1; width: 100%; border: 0; background: #f3f6f5; }
    @media (max-width: 480px), (max-height: 480px) {
      #panel, :host([data-position="left"]) #panel { inset: 0; width: auto; height: auto; border-radius: 0; }
    }
    @media print { :host { display: none !important; } }`;

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  const host = element("div");
  host.dataset.position = position;
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style];

  const open = element("button", { id: "open", type: "button", textContent: label });
  open.setAttribute("aria-haspopup", "dialog");
  open.setAttribute("aria-expanded", "false");
  const panel = element("div", { id: "panel", hidden: true });
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", label);
  const close = element("button", { id: "close", type: "button", textContent: "Đóng" });
  panel.append(close);
  root.append(open, panel);
  let frame;

  function show() {
    if (!frame) {
      frame = element("iframe", { title: "Hỏi thủ tục hành chính Cà Mau", src: `${origin}/?embed=1` });
      panel.append(frame);
    }
    toggle(true);
    frame.focus();
  }

  function hide() {
    toggle(false);
    open.focus();
  }

  function toggle(on) {
    panel.hidden = !on;
    open.hidden = on;
    open.setAttribute("aria-expanded", String(on));
  }

  open.addEventListener("click", show);
  close.addEventListener("click", hide);
  host.addEventListener("keydown", ({ key }) => key === "Escape" && !panel.hidden && hide());
  window.addEventListener("message", ({ source, origin: from, data }) => {
    if (frame && source === frame.contentWindow && from === origin && data === "close") hide();
  });
  document.body.append(host);
})();
