import type { Posted } from "../zalo-oa/deliveries.ts";
import type { ZaloOaStandIn } from "../zalo-oa/server.ts";
import type { Handset, Repeat } from "./handset.ts";

/** A phone with Zalo, in the talk with the Official Account. */
export function zaloHandset(standIn: ZaloOaStandIn, id: string, name: string): Handset {
  const phone = standIn.phone({ id, name });
  const sent =
    (posted: Posted): Repeat =>
    () =>
      standIn.repeat(posted);

  return {
    name,
    id,
    get blocked() {
      return standIn.state.find(id)?.blocked ?? false;
    },
    begins: () => sent(phone.follows()),
    says: (text) => sent(phone.says(text)),
    presses(message, button) {
      const pressed = phone.received.find((_, index) => idOf(index) === message)?.buttons[button];
      if (!pressed?.type.startsWith("oa.query.")) return undefined;
      return sent(phone.presses(String(pressed.payload)));
    },
    sendsPhoto: ({ url }) => sent(phone.sends("image", { thumbnail: url, url })),
    sharesPlace: ({ latitude, longitude }) =>
      sent(phone.sends("location", { coordinates: { latitude: String(latitude), longitude: String(longitude) } })),
    // Zalo hands forwarded words over like typed ones.
    forwards: (text) => sent(phone.says(text)),
    blocks() {
      phone.blocks();
      return () => {};
    },
    unblocks: () => sent(phone.follows()),
    received: () =>
      phone.received.map(({ text, buttons, picture }, index) => ({
        id: idOf(index),
        text,
        buttons: buttons.map(({ title }) => title),
        ...(picture && { picture: picture.bytes }),
      })),
  };
}

function idOf(index: number): string {
  return `bot-${index}`;
}
