-- Notes that a webhook is handled alone from now on: if its worker dies, that counts against it.
--
-- KEYS    1 progress
-- ARGV    1 id  2 token
-- Returns 1 (noted) or 0 (stale token)
-- Cost    O(1)

local packed = redis.call('HGET', KEYS[1], ARGV[1])
local score, token, attempts, crashes, delay = recall(packed)
if not packed or token ~= tonumber(ARGV[2]) then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], cmsgpack.pack(score, token, attempts, crashes, delay, ALONE))
return 1
