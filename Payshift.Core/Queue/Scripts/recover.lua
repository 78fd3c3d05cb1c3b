-- Finds webhooks that are kept but neither wait, nor are leased, nor are scheduled, nor are held for a paused provider, and
-- lets them wait again. Our scripts leave none; a fail-over that lost the last writes, or a hand at the keys, can.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 held  5 envelopes  6 progress
-- ARGV    1 cursor, '0' to begin  2 about how many to look at
-- Returns cursor to go on with ('0' at the end), how many were recovered
-- Cost    O(1) when the counts agree, otherwise O(c log m) for c looked at and m held.

local ready, inflight, scheduled, held, envelopes, progress = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local placed = redis.call('ZCARD', ready) + redis.call('ZCARD', inflight) + redis.call('ZCARD', scheduled) + redis.call('ZCARD', held)
if redis.call('HLEN', envelopes) == placed then
  return { '0', 0 }
end

local recovered = 0
local page = redis.call('HSCAN', envelopes, ARGV[1], 'COUNT', ARGV[2])
for i = 1, #page[2], 2 do
  local id = page[2][i]
  local packed = redis.call('HGET', progress, id)
  local p = recall(packed)
  local in_place = redis.call('ZSCORE', ready, id) or redis.call('ZSCORE', inflight, id)
    or redis.call('ZSCORE', scheduled, id) or redis.call('ZSCORE', held, p.holder .. ':' .. id)
  if not in_place then
    if packed then
      redis.call('HSET', progress, id, let_go(p))
    end
    redis.call('ZADD', ready, p.score, id)
    recovered = recovered + 1
  end
end
return { page[1], recovered }
