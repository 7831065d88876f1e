import { z } from "zod";

export const APPS = ["telegram", "zalo"] as const;
export type App = (typeof APPS)[number];

/** A message on a phone's screen. */
export interface Bubble {
  /** Unique on its phone. */
  readonly id: string;
  /** `notice`: what happened to the talk itself. */
  readonly from: "me" | "bot" | "notice";
  readonly text: string;
  /** When it was sent, or seen here; milliseconds since 1970. */
  readonly at: number;
  /** Labels of the buttons below it. */
  readonly buttons: readonly string[];
  /** Address of a picture in it, on the demo's own server. */
  readonly picture?: string;
  /** What stands small above the words: "Chuyển tiếp từ Cô Ba". */
  readonly note?: string;
}

/** What one phone shows. */
export interface PhoneView {
  readonly people: readonly string[];
  /** Index of the person who holds the phone. */
  readonly person: number;
  readonly blocked: boolean;
  /** The other side shows that it is writing. */
  readonly typing: boolean;
  readonly bubbles: readonly Bubble[];
}

/** One call between the service and a platform. */
export interface WireEntry {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** The method called, or the event brought. */
  readonly what: string;
  /** HTTP status; 0 when the connection broke. */
  readonly status: number;
  /** Words of a person or of the bot that it carried, shortened. */
  readonly words?: string;
  /** What the platform says in the body although the status is 200. */
  readonly fault?: string;
  /** How long it took; absent where it was held open until there was news. */
  readonly ms?: number;
}

/** An invented dossier to ask for. */
export interface SampleDossier {
  readonly code: string;
  readonly state: string;
  /** The last four digits of the identity number, which prove the owner. */
  readonly proof: string;
}

/** All that the page shows. */
export interface View {
  readonly dossiers: readonly SampleDossier[];
  readonly phones: Readonly<Record<App, PhoneView>>;
  /** Newest first. */
  readonly wire: readonly WireEntry[];
}

const text = z.string().trim().min(1).max(20_000);

/** What can be done on a phone. */
export const action = z.intersection(
  z.object({ app: z.enum(APPS) }),
  z.discriminatedUnion("do", [
    z.object({ do: z.literal("begin") }),
    z.object({ do: z.literal("say"), text }),
    z.object({ do: z.literal("press"), bubble: z.string(), button: z.int().nonnegative() }),
    /** `data`: the picture in Base64; a sample when absent. */
    z.object({ do: z.literal("photo"), data: z.base64().optional() }),
    z.object({ do: z.literal("place") }),
    z.object({ do: z.literal("forward") }),
    z.object({ do: z.literal("block") }),
    z.object({ do: z.literal("unblock") }),
    /** The platform sends the last update a second time. */
    z.object({ do: z.literal("repeat") }),
    z.object({ do: z.literal("person"), person: z.int().nonnegative() }),
  ]),
);
export type Action = z.infer<typeof action>;
