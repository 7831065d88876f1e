import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Afterwards, createAfterwards } from "../src/afterwards.ts";
import type { Inbound, Outcome } from "../src/core/conversation.ts";
import type { Part } from "../src/core/mail.ts";
import type { OneStop } from "../src/core/one-stop.ts";
import { replyWith } from "../src/skills/reply.ts";
import { loadWords } from "../src/skills/words.ts";
import { openStorage } from "../src/storage/index.ts";
import type { Storage } from "../src/storage/storage.ts";
import { surroundings, temporaryFolder } from "./surroundings.ts";

const CODE = "H12.01.02-260105-0001";
const oneStop: OneStop = { name: "igate", find: async (code) => ({ code, state: "processing" }) };
const words = await loadWords("prompts/vi.yaml");

const inbound: Inbound = { id: "1", channel: "zalo", person: "p", text: "", at: new Date("2026-11-24T03:00:00Z") };
const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  reply: replyWith("smalltalk", "Dạ"),
  session: {},
  ...more,
});
const followed = (more: Partial<Outcome> = { follow: { action: "start", code: CODE } }) => outcome(more);

describe("what is said after the answer", () => {
  const posted: { readonly lane: string; readonly parts: readonly Part[] }[] = [];
  let storage: Storage;
  let afterwards: Afterwards;

  async function open(system: OneStop | undefined) {
    const { log, now } = surroundings();
    const report = () => {};
    storage = await openStorage({ dataDir: temporaryFolder(), newToken: randomUUID, report, now });
    afterwards = createAfterwards({
      store: storage.store,
      mailroom: {
        async post(lane, _id, parts) {
          posted.push({ lane, parts });
          return "new";
        },
      },
      oneStop: system,
      perMinute: 60,
      channels: { get: (name) => (name === "zalo" ? { limits: { text: 2_000, buttons: 5, label: 100 } } : undefined) },
      words: () => words,
      now,
      log,
      report,
    });
  }

  beforeEach(() => open(oneStop));
  afterEach(async () => {
    posted.length = 0;
    await storage.close();
  });
  const list = async () => (await afterwards.followed?.("zalo/p"))?.map(({ code }) => code);

  it("follows a dossier when an outcome asks for it, also when it is kept twice", async () => {
    await afterwards.hooks.keep(inbound, followed());
    await afterwards.hooks.keep(inbound, followed());
    expect(await list()).toEqual([CODE]);
    await afterwards.hooks.keep(inbound, followed({ follow: { action: "stop", code: CODE } }));
    expect(await list()).toEqual([]);
  });

  it.each(["left", "forget"] as const)("follows nothing any more for somebody who %s", async (hook) => {
    await afterwards.hooks.keep(inbound, followed());
    await (hook === "left" ? afterwards.hooks.left(inbound) : afterwards.hooks.forget("zalo", "p"));
    expect(await list()).toEqual([]);
  });

  it("keeps what could not be delivered for the next contact, and says it once", async () => {
    const part: Part = { text: "Hồ sơ đã có kết quả.", buttons: [], keep: `${CODE}/0` };
    await afterwards.hooks.undelivered("zalo/p", [part]);
    expect(posted).toEqual([]);
    await afterwards.hooks.keep(inbound, outcome());
    expect(posted.map(({ lane, parts }) => [lane, parts.map(({ text }) => text)])).toEqual([["zalo/p", [part.text]]]);
    await afterwards.hooks.keep(inbound, outcome());
    expect(posted).toHaveLength(1);
  });

  it("forgets what waited for somebody who wants to be forgotten", async () => {
    await afterwards.hooks.undelivered("zalo/p", [{ text: "Tin", buttons: [], keep: "k" }]);
    await afterwards.hooks.forget("zalo", "p");
    await afterwards.hooks.keep(inbound, outcome());
    expect(posted).toEqual([]);
  });

  it("keeps a reminder until the person goes on with the guide", async () => {
    const remind = { after: 86_400_000, reply: replyWith("guide", "Mình làm tiếp nha?") };
    await afterwards.hooks.keep(inbound, outcome({ remind }));
    const kept = async () => (await storage.store.list("")).length;
    expect(await kept()).toBeGreaterThan(0);
    await afterwards.hooks.keep(inbound, outcome({ reply: replyWith("guide", "Bước 2") }));
    expect(await kept()).toBe(0);
  });

  it("ends its looking when it is asked to", async () => {
    const end = afterwards.start();
    await expect(end()).resolves.toBeUndefined();
  });

  it("follows nothing where no one-stop system is connected", async () => {
    await storage.close();
    await open(undefined);
    expect(afterwards.followed).toBeUndefined();
    await afterwards.hooks.keep(inbound, followed());
    expect(await storage.store.list("")).toEqual([]);
  });
});
