-- Extends leases of a batch that is still worked on.
--
-- KEYS    1 inflight  2 progress
-- ARGV    1 lease in ms, then for each webhook: id, token
-- Returns 1 (extended) or 0 (stale token) for each webhook, in order.
-- Cost    O(n log m) for n webhooks given and m held.

local expiry = millis + ARGV[1]
local result = {}
for at = 2, #ARGV, 2 do
  local id = ARGV[at]
  local packed = redis.call('HGET', KEYS[2], id)
  local mine = packed and recall(packed).token == tonumber(ARGV[at + 1])
  if mine then
    redis.call('ZADD', KEYS[1], 'XX', expiry, id)
  end
  result[at / 2] = mine and 1 or 0
end
return result
