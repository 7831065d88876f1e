import { type CommandParser, defineScript } from "redis";

/** Milliseconds since 1970 by the server's clock, as `now` for a script. */
export const NOW = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

/** A Lua script of so many keys, called with keys and arguments; `transformReply` reads what it answers. */
export function script<Reply>(keys: number, source: string, transformReply: (reply: never) => Reply) {
  return defineScript({
    SCRIPT: source,
    NUMBER_OF_KEYS: keys,
    parseCommand(parser: CommandParser, keys: readonly string[], args: readonly (string | number)[]) {
      parser.pushKeys([...keys]);
      parser.push(...args.map(String));
    },
    transformReply: transformReply as (reply: unknown) => Reply,
  });
}
