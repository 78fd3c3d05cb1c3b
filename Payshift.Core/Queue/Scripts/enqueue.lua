-- Keeps new webhooks and recognises known ones.
--
-- KEYS    1 ready  2 envelopes  3 seen  4 counters
-- ARGV    1 deduplication window in ms, then for each webhook: id, priority, envelope
-- Returns 1 (kept) or 0 (known) for each webhook, in order.
-- Cost    O(n log m) for n webhooks given and m entries held. Forgets up to n + 1 ids past their window on the way.

local PRIORITY_STRIDE = 3e15 -- priority first, then microseconds of arrival: exact in a double until 2065

local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local millis = math.floor(micros / 1000)
local given = (#ARGV - 1) / 3

local cutoff = string.format('(%.0f', millis - ARGV[1])
local expired = redis.call('ZRANGE', KEYS[3], '-inf', cutoff, 'BYSCORE', 'LIMIT', 0, given + 1)
if #expired > 0 then
  redis.call('ZREM', KEYS[3], unpack(expired))
end

local result = {}
local kept = 0
for i = 1, given do
  local at = 3 * i - 1
  local id = ARGV[at]
  local new = redis.call('ZADD', KEYS[3], 'NX', millis, id) == 1
    -- Past its window and still waiting: known all the same.
    and redis.call('HSETNX', KEYS[2], id, ARGV[at + 2]) == 1
  if new then
    redis.call('ZADD', KEYS[1], ARGV[at + 1] * PRIORITY_STRIDE + micros + kept, id)
    kept = kept + 1
  end
  result[i] = new and 1 or 0
end

if kept > 0 then
  redis.call('HINCRBY', KEYS[4], 'received', kept)
end
if kept < given then
  redis.call('HINCRBY', KEYS[4], 'duplicate', given - kept)
end
return result
