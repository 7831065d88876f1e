import type { Outcome, Skill, Turn } from "../../core/conversation.ts";
import { type Followed, MOST_FOLLOWED } from "../../core/follow.ts";
import { ownerOfCode } from "../../text/dossier-codes.ts";
import { CLAIM } from "../claims.ts";
import { button, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { type Wish, wishOf } from "./asked.ts";
import { declinePayload, followPayload, startPayload, stopPayload } from "./payload.ts";

export interface FollowOptions {
  /** What is followed for a lane (`<channel>/<person>`). */
  readonly followed: (lane: string) => Promise<readonly Followed[]>;
  /** Channels that keep what is said for a day and wake nobody: people are told so before they agree. */
  readonly shortLived?: ReadonlySet<string>;
}

/** Being told when something happens to a dossier: only who asked for it and agreed, and until they say stop. */
export function createFollow(words: Pick<Words, "follow" | "dossier">, options?: FollowOptions): Skill {
  const said = words.follow;

  function ask(turn: Turn, code: string, followed: readonly Followed[]): Outcome {
    if (followed.some((one) => one.code === code)) {
      const stop = button(said.stopButton, stopPayload(code));
      return tell(turn, fill(said.already, { code }), [stop]);
    }
    if (followed.length >= MOST_FOLLOWED) return list(turn, followed, fill(said.full, { most: String(MOST_FOLLOWED) }));
    const buttons = [button(said.yesButton, startPayload(code)), button(said.noButton, declinePayload())];
    const passes = options?.shortLived?.has(turn.inbound.channel) ? [said.shortLived] : [];
    return tell(turn, [fill(said.ask, { code }), ...passes].join("\n"), buttons);
  }

  function start(turn: Turn, code: string, followed: readonly Followed[]): Outcome {
    const known = followed.some((one) => one.code === code);
    if (known || followed.length >= MOST_FOLLOWED) return ask(turn, code, followed);
    return { ...tell(turn, fill(said.started, { code }), []), follow: { action: "start", code } };
  }

  function stop(turn: Turn, ends: readonly Followed[], code?: string): Outcome {
    if (ends.length === 0) return tell(turn, said.none, []);
    const codes = ends.map((one) => one.code);
    const again = codes.map((one) => button(fill(said.againButton, { code: one }), followPayload(one)));
    const told = tell(turn, fill(said.stopped, { codes: codes.join(", ") }), again);
    return { ...told, follow: { action: "stop", ...(code !== undefined && { code }) } };
  }

  function list(turn: Turn, followed: readonly Followed[], first: string = said.list): Outcome {
    if (followed.length === 0) return tell(turn, said.none, []);
    const lines = followed.map(({ code, state }) =>
      fill(said.item, { code, state: state ? words.dossier.states[state].name : said.notYet }),
    );
    const stops = followed.map(({ code }) => button(fill(said.stopOneButton, { code }), stopPayload(code)));
    return tell(turn, [first, ...lines, said.how].join("\n"), stops);
  }

  function serve(turn: Turn, wish: Wish, followed: readonly Followed[]): Outcome {
    if (wish.kind === "which") return tell(turn, said.which, [], { awaited: "dossier-code" });
    if (wish.kind === "list") return list(turn, followed);
    if (wish.kind === "declined") return tell(turn, said.declined, []);
    if (wish.kind === "stop-all") return stop(turn, followed);
    const { code } = wish;
    const ends = followed.filter((one) => one.code === code);
    if (wish.kind === "stop") return stop(turn, ends, code);
    const owner = ownerOfCode(code);
    if (owner !== "ours") return tell(turn, fill(words.dossier[owner], { code }), []);
    return wish.kind === "start" ? start(turn, code, followed) : ask(turn, code, followed);
  }

  return {
    name: "follow",
    claims: (turn) => {
      const wish = wishOf(turn);
      if (wish === undefined) return undefined;
      if (turn.text.startsWith("#") || wish.kind === "start" || wish.kind === "declined") return CLAIM.pressed;
      return wish.kind === "which" ? CLAIM.followAsked : CLAIM.follow;
    },
    async handle(turn) {
      if (options === undefined) return tell(turn, words.dossier.unconnected, []);
      const { channel, person } = turn.inbound;
      return serve(turn, wishOf(turn) ?? { kind: "list" }, await options.followed(`${channel}/${person}`));
    },
  };
}

function tell(
  turn: Turn,
  text: string,
  buttons: Outcome["reply"]["buttons"],
  changes: Partial<Turn["session"]> = {},
): Outcome {
  return outcome(turn, replyWith("dossier", text, { buttons, sources: [] }), changes);
}
