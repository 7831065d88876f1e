import { type Day, liveDay } from "../follow/day/day.ts";

/** Dossiers followed for a day on the stand-in one-stop system, with a restart in the middle. */
export async function following(dossiers: number, perMinute: number): Promise<Day & { readonly seconds: number }> {
  const began = performance.now();
  const day = await liveDay({ dossiers, perMinute, changesPerHour: 300, hours: 24, step: 20_000, restartAfter: 4.5 });
  return { ...day, seconds: Math.round((performance.now() - began) / 1_000) };
}
