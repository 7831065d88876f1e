import type { Appended, Contents } from "../mail/store.ts";
import { NOW, script } from "./script.ts";

/**
 * The steps of lanes as Lua scripts, each atomic on the server. The keys of one lane: a hash with holder, step and state,
 * a list for each box, and its place in the sorted set of all lanes in which something waits, by the time at which they may
 * be taken (the server's clock, milliseconds).
 */
export interface LaneKeys {
  readonly lane: string;
  readonly inbox: string;
  readonly outbox: string;
  readonly queue: string;
}

/** What `take` and `change` answer: a status or how long to wait in milliseconds, and the contents. */
interface Answer {
  readonly status: string;
  readonly contents: Contents;
}

const COMMON = `${NOW}
local lane, inbox, outbox, queue = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local key, token = ARGV[1], ARGV[2]
local function empty() return redis.call("LLEN", inbox) + redis.call("LLEN", outbox) == 0 end
local function held() return redis.call("HGET", lane, "token") == token end
local function free() redis.call("HDEL", lane, "token", "step") end
local function contents(status)
  return {
    status, redis.call("LRANGE", inbox, 0, -1), redis.call("LRANGE", outbox, 0, -1), redis.call("HGET", lane, "state")
  }
end`;

/** Arguments: key, seconds to remember the mark, letters. Answers as `append` does. */
const APPEND = `${NOW}
local mark, box, queue = KEYS[1], KEYS[2], KEYS[3]
if not redis.call("SET", mark, "", "NX", "EX", ARGV[2]) then return "seen" end
if #ARGV == 2 then return "next" end
for i = 3, #ARGV do redis.call("RPUSH", box, ARGV[i]) end
if redis.call("ZADD", queue, "NX", now, ARGV[1]) == 0 then return "next" end
return "first"`;

/** Arguments: key, token, lease. */
const TAKE = `${COMMON}
local at = redis.call("ZSCORE", queue, key)
if not at then return {"empty"} end
if tonumber(at) > now then return {tostring(at - now)} end
if empty() then
  free()
  redis.call("ZREM", queue, key)
  return {"empty"}
end
redis.call("HSET", lane, "token", token, "step", 0)
redis.call("ZADD", queue, now + ARGV[3], key)
return contents("taken")`;

/** Arguments: key, token, lease, step, messages and parts to take away, what to do with the state, state, new parts. */
const CHANGE = `${COMMON}
if not held() then return {"lost"} end
local done, step = tonumber(redis.call("HGET", lane, "step")), tonumber(ARGV[4])
if done ~= step and done ~= step - 1 then return {"lost"} end
if done ~= step then
  redis.call("LTRIM", inbox, ARGV[5], -1)
  redis.call("LTRIM", outbox, ARGV[6], -1)
  if ARGV[7] == "set" then redis.call("HSET", lane, "state", ARGV[8]) end
  if ARGV[7] == "forget" then redis.call("HDEL", lane, "state") end
  for i = 9, #ARGV do redis.call("RPUSH", outbox, ARGV[i]) end
  redis.call("HSET", lane, "step", step)
end
redis.call("ZADD", queue, now + ARGV[3], key)
return contents("taken")`;

/** Arguments: key, token, lease. */
const RENEW = `${COMMON}
if held() then redis.call("ZADD", queue, now + ARGV[3], key) end`;

/** Arguments: key, token, milliseconds to rest or -1 for done. Answers how long it rests, or -1 when it is done. */
const RELEASE = `${COMMON}
if not held() then return -1 end
free()
local after = tonumber(ARGV[3])
if after < 0 and empty() then
  redis.call("ZREM", queue, key)
  return -1
end
after = math.max(after, 0)
redis.call("ZADD", queue, now + after, key)
return after`;

/** Arguments: how long overdue, milliseconds; how many at most. Answers the lanes, which are due anew from now on. */
const OVERDUE = `${NOW}
local keys = redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", now - ARGV[1], "LIMIT", 0, ARGV[2])
for _, key in ipairs(keys) do redis.call("ZADD", KEYS[1], now, key) end
return keys`;

export const laneScripts = {
  mailAppend: script(3, APPEND, (reply: Appended) => reply),
  mailTake: script(4, TAKE, readAnswer),
  mailChange: script(4, CHANGE, readAnswer),
  mailRenew: script(4, RENEW, () => undefined),
  mailRelease: script(4, RELEASE, (reply: number) => reply),
  mailOverdue: script(1, OVERDUE, (reply: string[]) => reply),
};

function readAnswer([status, inbox = [], outbox = [], state]: [
  string,
  string[]?,
  string[]?,
  (string | null)?,
]): Answer {
  return { status, contents: { inbox, outbox, state: state ?? undefined } };
}
