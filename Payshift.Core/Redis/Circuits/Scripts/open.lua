-- Notes that a circuit is open. The key expires with the last of them.
--
-- KEYS    1 circuits
-- ARGV    1 name  2 how long it counts as open in ms  3 reason
-- Returns 1
-- Cost    O(1)

local time = redis.call('TIME')
local millis = time[1] * 1000 + math.floor(time[2] / 1000)
local since = millis
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then
  local before, until_ms = string.match(known, '^(%d+) (%d+)')
  if tonumber(until_ms) > millis then
    since = tonumber(before)
  end
end
local ends = millis + ARGV[2]
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %.0f %s', since, ends, ARGV[3]))
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 1
