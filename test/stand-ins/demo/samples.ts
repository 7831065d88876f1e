import { Resvg } from "@resvg/resvg-js";
import { create } from "qrcode";
import { CODES, type HeldDossier } from "../one-stop/dossiers.ts";
import type { SampleDossier } from "./view.ts";

/** Who can hold the phones; the last one is an officer of the service. */
export const PEOPLE = ["Lan", "Chú Tư", "Cán bộ Hạnh"] as const;

/** The centre of Cà Mau. */
export const PLACE = { latitude: 9.1769, longitude: 105.1524, name: "Phường An Xuyên, Cà Mau" } as const;

export interface Forwarded {
  readonly writer: string;
  readonly text: string;
}

export const FORWARDED: Forwarded = { writer: "Cô Ba", text: "Em ơi, đăng ký kết hôn cần giấy tờ gì, phí bao nhiêu?" };

/** The code on the sample receipt. */
export const DOSSIER = CODES.processing;

/** What somebody needs to know to ask for a dossier and to prove that it is theirs. */
export function samplesOf(held: Iterable<HeldDossier>): readonly SampleDossier[] {
  return [...held].map(({ code, stateName, identity }) => ({ code, state: stateName, proof: identity.slice(-4) }));
}

let drawn: Uint8Array | undefined;

/** An invented receipt of a dossier with its QR code, as a photo (PNG); always the same. */
export function receipt(): Uint8Array {
  drawn ??= draw();
  return drawn;
}

function draw(): Uint8Array {
  const { modules } = create(DOSSIER);
  const cells = Array.from(modules.data, (dark, index) => {
    const [x, y] = [index % modules.size, Math.floor(index / modules.size)];
    return dark ? `M${x} ${y}h1v1h-1z` : "";
  });
  const scale = 260 / modules.size;
  const line = (y: number, size: number, words: string) =>
    `<text x="300" y="${y}" font-size="${size}" text-anchor="middle">${words}</text>`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 640" font-family="DejaVu Sans, sans-serif">
<rect width="600" height="640" fill="#fdfbf4"/>
${line(70, 26, "GIẤY TIẾP NHẬN HỒ SƠ")}${line(112, 20, "VÀ HẸN TRẢ KẾT QUẢ (mẫu)")}
<path transform="translate(170 150) scale(${scale})" d="${cells.join("")}"/>
${line(465, 24, `Mã hồ sơ: ${DOSSIER}`)}
${line(515, 20, "Vui lòng giữ giấy này để nhận kết quả.")}</svg>`)
    .render()
    .asPng();
}
