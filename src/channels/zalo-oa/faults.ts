/** What an error of Zalo means for the message that met it. */
export type Fault =
  /** Too many requests: everything waits. */
  | { readonly kind: "limited" }
  /** May succeed when repeated, a few times. */
  | { readonly kind: "again" }
  /** Not now; milliseconds. */
  | { readonly kind: "later"; readonly after: number }
  /** This person cannot be reached. */
  | { readonly kind: "unreachable" }
  /** Our fault: it will never be taken. */
  | { readonly kind: "wrong" }
  /** The file is no longer known to Zalo. */
  | { readonly kind: "expired" }
  /** An operator must act. `hold`: nothing can be sent until then; else only this message is lost. */
  | { readonly kind: "alarm"; readonly hold: boolean; readonly advice: string };

const hold = (advice: string): Fault => ({ kind: "alarm", hold: true, advice });
const lose = (advice: string): Fault => ({ kind: "alarm", hold: false, advice });
const unreachable: Fault = { kind: "unreachable" };
const wrong: Fault = { kind: "wrong" };

/** Messages for promotion rest at night; the sender looks again after so many milliseconds. */
const NIGHT = 600_000;
const QUOTA = "the Official Account has used up what its package lets it send: buy more or wait for the next period";
const TOKEN =
  "the access token is refused even after it was renewed: check the app's permissions for the Official Account";
const MONEY = "the Zalo Cloud Account is missing or has no money: link it or top it up";

/** docs.zaloplatforms.com/docs/OA, error codes. Only numbers count: the texts vary. */
const FAULTS: Readonly<Record<number, Fault>> = {
  [-32]: { kind: "limited" },
  [-100]: { kind: "expired" },
  [-124]: hold(TOKEN),
  [-200]: { kind: "again" },
  [-201]: wrong,
  [-204]: hold("the Official Account is disabled: enable it on oa.zalo.me"),
  [-205]: hold("the Official Account does not exist any more: check which one the app belongs to"),
  [-209]: hold("the app may not use this API: register it for the Official Account API on developers.zalo.me"),
  [-210]: wrong,
  [-211]: hold(QUOTA),
  [-212]: hold("the app is not registered for this API: do so on developers.zalo.me"),
  [-213]: unreachable,
  [-216]: hold(TOKEN),
  [-217]: unreachable,
  [-218]: hold(QUOTA),
  [-219]: hold("the app was removed or turned off: check it on developers.zalo.me"),
  [-220]: hold(TOKEN),
  [-221]: hold("the Official Account is not verified: verify it on oa.zalo.me"),
  [-223]: hold("the Official Account has not authorised the app: authorise it again"),
  [-224]: hold("the package of the Official Account does not include this API: upgrade it on oa.zalo.me"),
  [-227]: unreachable,
  [-230]: unreachable,
  [-232]: unreachable,
  [-233]: wrong,
  [-234]: { kind: "later", after: NIGHT },
  [-240]: wrong,
  [-242]: hold("appsecret_proof is wrong: check ZALO_APP_SECRET, and whether the app asks for the proof"),
  [-244]: unreachable,
  [-248]: lose("a message went against Zalo's policy: see the notices on oa.zalo.me"),
  [-249]: lose("a template cannot be used by user id: choose another on oa.zalo.me"),
  [-305]: unreachable,
  [-311]: unreachable,
  [-320]: hold(MONEY),
  [-321]: hold(MONEY),
  [-403]: hold("Zalo forbids this call: check the app and its permissions on developers.zalo.me"),
};

/** What an error code means; one that is not known counts as our fault. */
export function faultOf(code: number): Fault {
  return FAULTS[code] ?? wrong;
}
