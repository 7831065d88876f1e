import type { Dossier, DossierState } from "./one-stop.ts";

/** Most dossiers that one person may have followed at a time. */
export const MOST_FOLLOWED = 5;

/** What is told of a followed dossier: nothing that says whose it is. */
export type Progress = Pick<Dossier, "code" | "state" | "submittedAt" | "dueAt" | "completedAt">;

/** Something to tell a person who follows a dossier. */
export type Notice =
  /** The state or the appointment is another. `ends`: nothing more will happen, this is the last word. */
  | { readonly kind: "changed"; readonly progress: Progress; readonly next: "goes-on" | "ends" }
  /** The appointment is tomorrow. */
  | { readonly kind: "tomorrow"; readonly progress: Progress }
  /** The system has not known the dossier for days: this is the last word. */
  | { readonly kind: "lost"; readonly progress: Pick<Progress, "code"> };

/** A dossier that a person follows; the state is missing before the first look. */
export interface Followed {
  readonly code: string;
  readonly state?: DossierState;
}

/** What a person wants to be told of from now on, or no longer; no code: of nothing any more. */
export type FollowChange =
  | { readonly action: "start"; readonly code: string }
  | { readonly action: "stop"; readonly code?: string };
