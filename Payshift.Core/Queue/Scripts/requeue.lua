-- Lets a webhook that left the queue as a failure wait again, as new and at its priority, once for each number.
--
-- KEYS    1 ready  2 envelopes  3 readmitted  4 readmission of this id, the last number asked for
-- ARGV    1 how long that is known in ms  2 partition  3 id  4 priority  5 envelope  6 number: 1 for the first time it is
--         retried by hand
-- Returns 1 (waits again), 0 (in the queue by this number already), -1 (asked for before, and not in the queue), 2 (in the
--         queue for another reason: left alone)
-- Cost    O(log m) for m held.

local id, number = ARGV[3], tonumber(ARGV[6])
local asked = tonumber(redis.call('GET', KEYS[4])) or 0

if redis.call('HEXISTS', KEYS[2], id) == 1 then
  local by = tonumber(redis.call('HGET', KEYS[3], id)) or 0
  return by >= number and 0 or 2
end
if asked >= number then
  return -1
end

redis.call('SET', KEYS[4], ARGV[6], 'PX', ARGV[1])
redis.call('HSET', KEYS[2], id, ARGV[5])
redis.call('HSET', KEYS[3], id, ARGV[6])
redis.call('ZADD', KEYS[1], ARGV[4] * PRIORITY_STRIDE + micros, id)
if redis.call('ZCARD', KEYS[1]) == 1 then
  redis.call('PUBLISH', 'payshift:arrivals', ARGV[2])
end
return 1
