import { AppError } from "../../src/core/errors.ts";
import type { Dossier, DossierState, OneStop } from "../../src/core/one-stop.ts";

export const CODE = "000.00.01.H12-261116-0001";
export const LANE = "telegram/p";

/** Invented, and full of what must not be told. */
export function dossierOf(state: DossierState, more: Partial<Dossier> = {}): Dossier {
  return {
    code: CODE,
    state,
    procedure: "Đăng ký khai sinh",
    office: "Trung tâm xã Thới Bình",
    applicant: "NGUYỄN VĂN ẢO",
    proof: { kind: "identity", lastFour: "4821" },
    submittedAt: new Date("2026-11-16T02:00:00Z"),
    ...more,
  };
}

/** A one-stop system in memory. */
export class Held implements OneStop {
  readonly name = "held";
  readonly dossiers = new Map<string, Dossier>();
  readonly asked: string[] = [];
  status: "up" | "down" = "up";

  set(state: DossierState, more: Partial<Dossier> = {}): void {
    const dossier = dossierOf(state, more);
    this.dossiers.set(dossier.code, dossier);
  }

  async find(code: string): Promise<Dossier | undefined> {
    this.asked.push(code);
    if (this.status === "down") throw new AppError("one_stop_down", "down", "bận");
    return this.dossiers.get(code);
  }
}
