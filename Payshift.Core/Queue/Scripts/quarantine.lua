-- Notes that a webhook is handled alone from now on: if its worker dies, that counts against it.
--
-- KEYS    1 progress
-- ARGV    1 id  2 token
-- Returns 1 (noted) or 0 (stale token)
-- Cost    O(1)

local packed = redis.call('HGET', KEYS[1], ARGV[1])
local p = recall(packed)
if not packed or p.token ~= tonumber(ARGV[2]) then
  return 0
end
p.holder = ALONE
redis.call('HSET', KEYS[1], ARGV[1], pack(p))
return 1
