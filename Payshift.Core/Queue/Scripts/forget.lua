-- Forgets ids whose deduplication window has passed.
--
-- KEYS    1 seen
-- ARGV    1 deduplication window in ms  2 how many at the most
-- Returns how many were forgotten
-- Cost    O(n log m) for n forgotten and m known.

local time = redis.call('TIME')
local cutoff = string.format('(%.0f', time[1] * 1000 + math.floor(time[2] / 1000) - ARGV[1])
local expired = redis.call('ZRANGE', KEYS[1], '-inf', cutoff, 'BYSCORE', 'LIMIT', 0, tonumber(ARGV[2]))
if #expired > 0 then
  redis.call('ZREM', KEYS[1], unpack(expired))
end
return #expired
