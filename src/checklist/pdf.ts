import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { create } from "qrcode";
import type { Checklist } from "./checklist.ts";
import type { ChecklistWords } from "./words.ts";

const { resolve } = createRequire(import.meta.url);
const fontOf = (cut: string) => resolve(`@expo-google-fonts/be-vietnam-pro/${cut}/BeVietnamPro_${cut}.ttf`);
/** Points: the sides of the page, of a box to tick and of a QR code. */
const MARGIN = 48;
const BOX = 12;
const INDENT = 24;
const QR = 96;
const GAP = 24;

/** The checklist as an A4 file in black and white; each of `links` as a QR code at its end. */
export function checklistPdf(list: Checklist, words: ChecklistWords, links: readonly string[]): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    lang: "vi",
    info: { Title: `${words.title}: ${list.name}` },
  });
  doc.registerFont("text", fontOf("400Regular")).registerFont("bold", fontOf("700Bold"));
  const room = (height: number) => {
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
  };
  doc.font("text").fontSize(12).text(words.title);
  doc.font("bold").fontSize(18).text(list.name);
  if (list.labels.length > 0)
    doc
      .font("text")
      .fontSize(12)
      .text(`${words.yourCase}: ${list.labels.join("; ")}`);
  for (const { title, items } of list.parts) {
    room(60);
    doc.moveDown(0.6).font("bold").fontSize(14).text(title, MARGIN).moveDown(0.2);
    doc.font("text").fontSize(12);
    for (const { kind, text } of items) {
      const x = MARGIN + (kind === "tick" ? INDENT : 0);
      const width = doc.page.width - MARGIN - x;
      room(doc.heightOfString(text, { width }));
      if (kind === "tick")
        doc
          .rect(MARGIN, doc.y + 2, BOX, BOX)
          .lineWidth(1)
          .stroke();
      doc.text(text, x, doc.y, { width }).moveDown(0.25);
    }
  }
  doc.moveDown(0.6).fontSize(9).text(list.source, MARGIN);
  if (links.length > 0) drawCodes(doc, words, links, room);
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    doc
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", () => done(Buffer.concat(chunks)))
      .on("error", failed);
    doc.end();
  });
}

function drawCodes(
  doc: PDFKit.PDFDocument,
  { scan }: ChecklistWords,
  links: readonly string[],
  room: (height: number) => void,
) {
  room(QR + 3 * GAP);
  doc.moveDown(0.6).font("bold").fontSize(12).text(scan, MARGIN);
  const top = doc.y + 8;
  for (const [i, link] of links.entries()) {
    const left = MARGIN + i * (QR + 6 * GAP);
    const { size, data } = create(link, { errorCorrectionLevel: "M" }).modules;
    const dot = QR / size;
    for (const [at, dark] of data.entries())
      if (dark) doc.rect(left + (at % size) * dot, top + Math.floor(at / size) * dot, dot, dot);
    doc.fill("black");
    doc
      .font("text")
      .fontSize(8)
      .text(link, left, top + QR + 6, { width: QR + 5 * GAP });
  }
}
