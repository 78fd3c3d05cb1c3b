-- Counts what a partition holds. Reads no envelope.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 seen, the index of sets  5 counters
-- Returns ready of priority 0, 1 and 2, inflight, scheduled, seen, age of the oldest that waits in ms (-1 if none),
--         then the counters received, duplicate, processed, retried, failed, reclaimed (nil where never counted)
-- Cost    O(log m) for m held.

local PRIORITY_STRIDE = 3e15 -- priority first, then microseconds of arrival: exact in a double until 2065

local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local result = {}
local oldest = -1
for priority = 0, 2 do
  local from = string.format('%.0f', priority * PRIORITY_STRIDE)
  local to = string.format('(%.0f', (priority + 1) * PRIORITY_STRIDE)
  result[priority + 1] = redis.call('ZCOUNT', KEYS[1], from, to)
  local first = redis.call('ZRANGE', KEYS[1], from, to, 'BYSCORE', 'LIMIT', 0, 1, 'WITHSCORES')
  if first[2] then
    local arrival = tonumber(first[2]) - priority * PRIORITY_STRIDE
    oldest = math.max(oldest, math.floor((micros - arrival) / 1000))
  end
end
result[4] = redis.call('ZCARD', KEYS[2])
result[5] = redis.call('ZCARD', KEYS[3])
result[6] = 0
for _, begun in ipairs(redis.call('ZRANGE', KEYS[4], 0, -1)) do
  result[6] = result[6] + redis.call('SCARD', KEYS[4] .. ':' .. begun)
end
result[7] = oldest
local counters = redis.call('HMGET', KEYS[5], 'received', 'duplicate', 'processed', 'retried', 'failed', 'reclaimed')
for i = 1, 6 do
  result[7 + i] = counters[i]
end
return result
