import { pino } from "pino";
import type { OneStop } from "../../../src/core/one-stop.ts";
import { createFollowing, type Following } from "../../../src/follow/following.ts";
import { createOneStop } from "../../../src/one-stop/one-stop.ts";
import { openStorage } from "../../../src/storage/index.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { OneStopStandIn } from "../../stand-ins/one-stop/server.ts";
import { Clock, countingIds, temporaryFolder } from "../../surroundings.ts";
import { mortal } from "../crash.ts";
import { Ledger, type Tally } from "./ledger.ts";
import { Office } from "./office.ts";

export interface DayOptions {
  readonly dossiers: number;
  readonly changesPerHour: number;
  readonly hours: number;
  readonly perMinute: number;
  /** Milliseconds from one look of the processes to the next. */
  readonly step: number;
  /** Hours after which everything dies in the middle of its work and is started again. */
  readonly restartAfter: number;
}

export interface Day extends Tally {
  readonly requests: number;
  /** Within any minute. */
  readonly mostPerMinute: number;
}

const HOUR = 3_600_000;
/** Dossiers that one person follows. */
const EACH = 5;
const log = pino({ enabled: false });

/**
 * Follows dossiers of the stand-in one-stop system, with two processes over one embedded storage and a clock of its own, from
 * 9:00 in Vietnam: an hour in which people begin, then `hours` of changes, then until noon of the day after.
 */
export async function liveDay(options: DayOptions): Promise<Day> {
  const clock = new Clock();
  clock.forward(-HOUR);
  const standIn = await OneStopStandIn.start({ now: clock.now, more: options.dossiers });
  const codes = [...standIn.dossiers.keys()].slice(-options.dossiers);
  const office = new Office(standIn.dossiers, codes, clock.now());
  const ledger = new Ledger();
  const folder = temporaryFolder();
  const asked: number[] = [];
  let world = await open();

  async function open() {
    const storage = await openStorage({ dataDir: folder, newToken: countingIds(), report: () => {}, now: clock.now });
    const processes = [1, 2].map(() => startProcess(storage));
    return { storage, processes };
  }

  function startProcess(storage: Storage) {
    const { store, dieAfter } = mortal(storage.store);
    const system = createOneStop(standIn.settings("cgate"), { now: clock.now, log });
    const oneStop: OneStop = {
      name: system.name,
      find(code) {
        asked.push(clock.now().getTime());
        return system.find(code);
      },
    };
    const following = createFollowing({
      ...{ oneStop, store, now: clock.now, random: Math.random, log, perMinute: options.perMinute },
      async post(lane, id, notice) {
        const part = { text: notice.kind, buttons: [] };
        if ((await storage.mailroom.post(lane, id, [part])) === "new") ledger.add(notice, clock.now().getTime());
      },
    });
    return { following, dieAfter };
  }

  async function step(): Promise<void> {
    clock.forward(options.step);
    await Promise.all(world.processes.map(({ following }) => drain(following)));
  }

  async function restart(): Promise<void> {
    for (const { dieAfter } of world.processes) dieAfter(25);
    for (let i = 0; i < 20; i++) await step().catch(() => undefined);
    await world.storage.close();
    world = await open();
  }

  const [first] = world.processes;
  await Promise.all(
    codes.map((code, i) => first?.following.change(`telegram/${Math.floor(i / EACH)}`, { action: "start", code })),
  );
  const begun = clock.now().getTime();
  const since = () => clock.now().getTime() - begun;
  const warmUp = (Math.ceil(options.dossiers / options.perMinute) + 1) * 60_000;
  while (since() < warmUp) await step();
  let restarted: "not yet" | "done" = "not yet";
  const changing = () => since() - warmUp;
  while (changing() < options.hours * HOUR) {
    const due = Math.floor((changing() / HOUR) * options.changesPerHour);
    while (office.changes.length < due) office.work(clock.now());
    if (restarted === "not yet" && changing() >= options.restartAfter * HOUR) {
      restarted = "done";
      await restart();
    }
    await step();
  }
  for (let i = 0; i < (10 * HOUR) / options.step || isNight(clock.now()); i++) await step();
  await world.storage.close();
  await standIn.close();
  return { ...ledger.tally(office.changes), requests: asked.length, mostPerMinute: mostWithin(asked, 60_000) };
}

async function drain({ tick }: Following): Promise<void> {
  while ((await tick()) > 0);
}

/** Before noon in Vietnam: what the night held up may still be on its way. */
function isNight(now: Date): boolean {
  const hour = (now.getUTCHours() + 7) % 24;
  return hour >= 20 || hour < 12;
}

/** Most of the times, which are in order, that lie within so many milliseconds. */
function mostWithin(times: readonly number[], window: number): number {
  let from = 0;
  let most = 0;
  times.forEach((time, to) => {
    while ((times[from] ?? time) <= time - window) from++;
    most = Math.max(most, to - from + 1);
  });
  return most;
}
