-- Forgets ids whose deduplication window has passed, a set at a time and without holding Redis for it.
--
-- KEYS    1 seen, the index of sets
-- ARGV    1 deduplication window in ms
-- Returns how many ids were forgotten
-- Cost    O(s) for s sets; their memory is freed in the background.

local window = tonumber(ARGV[1])

local forgotten = 0
local begun = redis.call('ZRANGE', KEYS[1], 0, -1)
for i, name in ipairs(begun) do
  -- A set took ids in until the next one began, or half a window long.
  local ended = math.min(tonumber(begun[i + 1] or name + window / 2), name + window / 2)
  if ended + window < millis then
    local set = KEYS[1] .. ':' .. name
    forgotten = forgotten + redis.call('SCARD', set)
    redis.call('UNLINK', set)
    redis.call('ZREM', KEYS[1], name)
  end
end
return forgotten
