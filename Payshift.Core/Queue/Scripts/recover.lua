-- Finds webhooks that are kept but neither wait, nor are held, nor are scheduled, and lets them wait again. Our scripts
-- leave none; a fail-over that lost the last writes, or a hand at the keys, can.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 envelopes  5 progress
-- ARGV    1 cursor, '0' to begin  2 about how many to look at
-- Returns cursor to go on with ('0' at the end), how many were recovered
-- Cost    O(1) when the counts agree, otherwise O(c log m) for c looked at and m held.

local PRIORITY_STRIDE = 3e15 -- priority first, then microseconds of arrival: exact in a double until 2065

local ready, inflight, scheduled, envelopes, progress = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local placed = redis.call('ZCARD', ready) + redis.call('ZCARD', inflight) + redis.call('ZCARD', scheduled)
if redis.call('HLEN', envelopes) == placed then
  return { '0', 0 }
end

local time = redis.call('TIME')
local recovered = 0
local page = redis.call('HSCAN', envelopes, ARGV[1], 'COUNT', ARGV[2])
for i = 1, #page[2], 2 do
  local id = page[2][i]
  if not (redis.call('ZSCORE', ready, id) or redis.call('ZSCORE', inflight, id) or redis.call('ZSCORE', scheduled, id)) then
    local score, attempts, crashes = PRIORITY_STRIDE + time[1] * 1000000 + time[2], 0, 0
    local packed = redis.call('HGET', progress, id)
    if packed then
      local _
      score, _, attempts, crashes = cmsgpack.unpack(packed)
      redis.call('HSET', progress, id, cmsgpack.pack(score, 0, attempts, crashes + 1))
    end
    redis.call('ZADD', ready, score, id)
    recovered = recovered + 1
  end
end
return { page[1], recovered }
