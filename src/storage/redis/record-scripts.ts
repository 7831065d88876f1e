import type { Kept } from "../records/records.ts";
import { NOW, script } from "./script.ts";

/**
 * The steps of records as Lua scripts, each atomic on the server. A record is a hash of `json` and `version`, which Redis
 * forgets at its end by itself. Beside it: the sorted set of all keys, in their order; that of keys that end, by time
 * (the server's clock, milliseconds); the last version given.
 */
export interface RecordKeys {
  readonly record: string;
  readonly keys: string;
  readonly ends: string;
  readonly counter: string;
}

/** Two keys of records past their end are swept out by each write: more than it brings, so that they do not pile up. */
const WRITE = `${NOW}
local record, keys, ends, counter = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local key, json, if_version, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
for _, old in ipairs(redis.call("ZRANGEBYSCORE", ends, "-inf", now, "LIMIT", 0, 2)) do
  redis.call("ZREM", keys, old)
  redis.call("ZREM", ends, old)
end
if if_version ~= "" and if_version ~= (redis.call("HGET", record, "version") or "0") then return 0 end
local version = redis.call("INCR", counter)
redis.call("HSET", record, "json", json, "version", version)
redis.call("ZADD", keys, 0, key)
if ttl == "" then
  redis.call("PERSIST", record)
  redis.call("ZREM", ends, key)
else
  redis.call("PEXPIRE", record, ttl)
  redis.call("ZADD", ends, now + ttl, key)
end
return version`;

const REMOVE = `
local record, keys, ends = KEYS[1], KEYS[2], KEYS[3]
local key, version = ARGV[1], ARGV[2]
if version ~= "" and version ~= redis.call("HGET", record, "version") then return end
redis.call("DEL", record)
redis.call("ZREM", keys, key)
redis.call("ZREM", ends, key)`;

/**
 * Answers key, value and version of each record in turn. Keys are read by the hundred, as some of them may be of records past
 * their end. No key holds the byte 255: it is not UTF-8.
 */
const RANGE = `
local found, most, offset = {}, tonumber(ARGV[3]) * 3, 0
while #found < most do
  local keys = redis.call("ZRANGEBYLEX", KEYS[1], "[" .. ARGV[2], "(" .. ARGV[2] .. "\\255", "LIMIT", offset, 100)
  for _, key in ipairs(keys) do
    local record = #found < most and redis.call("HMGET", ARGV[1] .. key, "json", "version")
    if record and record[1] then
      table.insert(found, key)
      table.insert(found, record[1])
      table.insert(found, record[2])
    end
  end
  if #keys < 100 then break end
  offset = offset + 100
end
return found`;

export const recordScripts = {
  /** Arguments: key, value, version that it must have or "", milliseconds to live or "". Answers the version, 0 for conflict. */
  recordWrite: script(4, WRITE, (reply: number) => reply),
  /** Arguments: key, version that it must have or "". */
  recordRemove: script(3, REMOVE, () => undefined),
  /** Keys: that of all keys. Arguments: what keys of records in Redis start with, prefix, how many at most. */
  recordRange: script(1, RANGE, readRange),
};

function readRange(reply: readonly string[]): (Kept & { readonly key: string })[] {
  return Array.from({ length: reply.length / 3 }, (_, i) => {
    const [key, json, version] = reply.slice(3 * i, 3 * i + 3) as [string, string, string];
    return { key, json, version: Number(version) };
  });
}
