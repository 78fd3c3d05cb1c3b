-- Counts what a partition holds. Reads no envelope.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 held  5 seen, the index of sets  6 counters
-- Returns ready of priority 0, 1 and 2, inflight, scheduled, seen, age of the oldest that waits in ms (-1 if none),
--         then the counters received, duplicate, processed, retried, failed, reclaimed (nil where never counted), then
--         each provider that webhooks are held for and how many
-- Cost    O(log m) for m held.

local result = {}
local oldest = -1
for priority = 0, 2 do
  local from = whole(priority * PRIORITY_STRIDE)
  local to = '(' .. whole((priority + 1) * PRIORITY_STRIDE)
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
for _, begun in ipairs(redis.call('ZRANGE', KEYS[5], 0, -1)) do
  result[6] = result[6] + redis.call('SCARD', KEYS[5] .. ':' .. begun)
end
result[7] = oldest
local counters = redis.call('HMGET', KEYS[6], 'received', 'duplicate', 'processed', 'retried', 'failed', 'reclaimed')
for i = 1, 6 do
  result[7 + i] = counters[i]
end
local from = '-'
while true do
  local first = redis.call('ZRANGE', KEYS[4], from, '+', 'BYLEX', 'LIMIT', 0, 1)[1]
  if not first then
    break
  end
  local provider = string.match(first, '^[^:]*')
  from = '[' .. provider .. ';' -- the character after ':'
  result[#result + 1] = provider
  result[#result + 1] = redis.call('ZLEXCOUNT', KEYS[4], '[' .. provider .. ':', '(' .. from:sub(2))
end
return result
