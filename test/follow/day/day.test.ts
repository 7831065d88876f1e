import { expect, it } from "vitest";
import { liveDay } from "./day.ts";

it("two processes over one store, restarted in the middle of a day, tell each change once and keep to the pace", async () => {
  const day = await liveDay({
    ...{ dossiers: 60, changesPerHour: 6, hours: 12, perMinute: 20, step: 60_000, restartAfter: 2 },
  });
  expect(day).toMatchObject({ missed: 0, doubled: 0, invented: 0, atNight: 0, remindersDoubled: 0 });
  expect([day.told, day.mostPerMinute <= 20]).toEqual([day.changes, true]);
  expect(day.changes).toBeGreaterThan(65);
}, 60_000);
