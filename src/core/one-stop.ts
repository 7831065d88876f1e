/** The ten states of the National Portal's TrangThaiHoSo (1–10), and one for what cannot be told. */
export const DOSSIER_STATES = [
  "submitted",
  "accepted",
  "rejected",
  "processing",
  "needs_documents",
  "needs_payment",
  "withdrawn",
  "stopped",
  "result_ready",
  "returned",
  "unknown",
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** What the one-stop system says of a dossier. Everything but code and state may be missing there. */
export interface Dossier {
  readonly code: string;
  readonly state: DossierState;
  /** The state in the system's own words. */
  readonly stateName?: string;
  readonly procedure?: string;
  readonly office?: string;
  readonly submittedAt?: Date;
  readonly dueAt?: Date;
  readonly completedAt?: Date;
  /** The due date as written, where it is no date that can be read. */
  readonly dueText?: string;
  /** Shown masked, and only to the proved owner. */
  readonly applicant?: string;
  /** What proves the owner: the last four digits of a number the system holds. Nobody can when absent. */
  readonly proof?: OwnerProof;
}

export interface OwnerProof {
  readonly kind: "phone" | "identity";
  readonly lastFour: string;
}

/** The province's one-stop system. */
export interface OneStop {
  readonly name: string;
  /**
   * Undefined when the system knows no such dossier.
   * @throws AppError `one_stop_down` when it does not answer in time, or not in a way that can be understood
   */
  find(code: string): Promise<Dossier | undefined>;
}
