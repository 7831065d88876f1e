/** Shows messages. Everything that comes from outside is set as text, never as markup. */

/** An element with a text and a class. */
export function element(tag, content = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = content;
  if (className) made.className = className;
  return made;
}

/** What the person said. */
export function questionArticle(text) {
  const article = element("article", "", "you");
  article.append(element("p", "Anh/chị hỏi:", "unseen"), element("p", text));
  return article;
}

/** What the assistant said: `text` in lines, and a picture. */
export function answerArticle({ text, picture }) {
  const article = element("article", "", "bot");
  article.append(element("p", "Trợ lý trả lời:", "unseen"));
  if (/^GỌI NGAY \d{3}/m.test(text)) article.classList.add("emergency");
  addLines(article, text.split("\n"));
  if (picture) addPicture(article, picture);
  return article;
}

/** One element a line: headline, bullets, numbered steps, the quiet source line, plain paragraphs. */
function addLines(article, lines) {
  let list;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const bullet = line.match(/^(\s*)[•-]\s+(.*)$/);
    if (bullet) {
      if (!list) {
        list = element("ul");
        article.append(list);
      }
      const item = element("li", "", bullet[1] ? "deep" : "");
      list.append(item);
      addLinked(item, bullet[2]);
      continue;
    }
    list = undefined;
    const block = index === 0 && isHeadline(line, lines) ? element("h2") : element("p", "", classOf(line));
    article.append(block);
    addLinked(block, line);
  }
}

/** The first line, when it is a name rather than a sentence. */
function isHeadline(line, lines) {
  return lines.length > 1 && line.length <= 250 && !/[.!?…:;,”]$|^[\d“(]/.test(line);
}

function classOf(line) {
  if (/^Nguồn: /.test(line)) return "source";
  if (/^\d+[.)] /.test(line)) return "step";
  return /^.{1,60}:$/.test(line) ? "label" : "";
}

/** Web addresses become links; in an emergency the short telephone numbers can be pressed. */
function addLinked(parent, line) {
  const pattern = parent.closest(".emergency")
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

function addPicture(article, { file, alt }) {
  const picture = element("img");
  Object.assign(picture, { src: `/pictures/${encodeURIComponent(file)}`, alt });
  article.append(picture);
}
