-- Keeps new webhooks and recognises known ones. The first to wait is published to the channel payshift:arrivals.
--
-- Known ids lie in sets, each of which takes in ids for half of the window: 64 bytes an id, where one sorted set by time
-- would take 112. A set's name is that of the index of sets and the time in ms at which it was begun.
--
-- KEYS    1 ready  2 envelopes  3 seen, the index of sets by the time they were begun  4 counters
-- ARGV    1 deduplication window in ms  2 partition, then for each webhook: id, priority, envelope
-- Returns 1 (kept) or 0 (known) for each webhook, in order.
-- Cost    O(n log m) for n webhooks given and m entries held.

local window = tonumber(ARGV[1])
local given = (#ARGV - 2) / 3

local older = redis.call('ZRANGE', KEYS[3], 0, -1)
local newest = tonumber(older[#older])
local begins = not newest or millis - newest >= window / 2
local begun = begins and whole(millis) or table.remove(older)
local current = KEYS[3] .. ':' .. begun

local function is_known(id)
  for i = #older, 1, -1 do
    if redis.call('SISMEMBER', KEYS[3] .. ':' .. older[i], id) == 1 then
      return true
    end
  end
  return redis.call('SADD', current, id) == 0
end

local result = {}
local kept = 0
for i = 1, given do
  local at = 3 * i
  local id = ARGV[at]
  local unseen = not is_known(id)
  if unseen and begins then
    -- Cleanup unlinks the set before that.
    redis.call('PEXPIRE', current, whole(2 * window + 3600000))
    redis.call('ZADD', KEYS[3], begun, begun)
    begins = false
  end
  -- Past its window and still waiting: known all the same.
  local new = unseen and redis.call('HSETNX', KEYS[2], id, ARGV[at + 2]) == 1
  if new then
    redis.call('ZADD', KEYS[1], ARGV[at + 1] * PRIORITY_STRIDE + micros + kept, id)
    kept = kept + 1
  end
  result[i] = new and 1 or 0
end

if kept > 0 then
  redis.call('HINCRBY', KEYS[4], 'received', kept)
  if redis.call('ZCARD', KEYS[1]) == kept then
    -- Nothing waited here before: those that wait for arrivals saw that.
    redis.call('PUBLISH', 'payshift:arrivals', ARGV[2])
  end
end
if kept < given then
  redis.call('HINCRBY', KEYS[4], 'duplicate', given - kept)
end
return result
