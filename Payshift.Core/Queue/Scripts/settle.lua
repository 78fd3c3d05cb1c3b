-- Settles leases: a webhook that is complete or dead-lettered leaves the queue, one to retry waits for its time, an abandoned
-- one goes back, a deferred one waits without an attempt counted, and one is held while its provider is paused.
-- A lease that another worker holds by now, or that ended, is left alone; but if its end was counted as this worker's death,
-- that is taken back: the worker lives.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 held  5 envelopes  6 progress  7 errors  8 counters
--         9 readmitted
-- ARGV    for each webhook: id, token, kind (complete, dead-letter, retry, abandon, defer, hold), delay in ms, and with retry
--         the error, with hold the provider
-- Returns 1 (done as told) or 0 (stale token) for each webhook, in order.
-- Cost    O(n log m) for n webhooks given and m held.

local ready, inflight, scheduled, held = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local envelopes, progress, errors = KEYS[5], KEYS[6], KEYS[7]

local ids = {}
for at = 1, #ARGV, 5 do
  ids[#ids + 1] = ARGV[at]
end
local before = redis.call('HMGET', progress, unpack(ids))

local result, ended, gone = {}, {}, {}
local counted = { complete = 0, ['dead-letter'] = 0, retry = 0, abandon = 0, defer = 0, hold = 0 }
for i, id in ipairs(ids) do
  local at = 5 * i - 4
  local p = recall(before[i])
  local token = tonumber(ARGV[at + 1])
  result[i] = 0
  if before[i] and p.token == token then
    local kind = ARGV[at + 2]
    if kind == 'retry' then
      p.attempts, p.delay = p.attempts + 1, tonumber(ARGV[at + 3])
      redis.call('ZADD', scheduled, millis + ARGV[at + 3], id)
      redis.call('HSET', progress, id, let_go(p))
      local earlier = redis.call('HGET', errors, id)
      redis.call('HSET', errors, id, earlier and (earlier .. '\n' .. ARGV[at + 4]) or ARGV[at + 4])
    elseif kind == 'defer' then
      redis.call('ZADD', scheduled, millis + ARGV[at + 3], id)
      redis.call('HSET', progress, id, let_go(p))
    elseif kind == 'hold' then
      p.token, p.holder = 0, ARGV[at + 4]
      redis.call('ZADD', held, 0, p.holder .. ':' .. id)
      redis.call('HSET', progress, id, pack(p))
    elseif kind == 'abandon' then
      redis.call('ZADD', ready, p.score, id)
      redis.call('HSET', progress, id, let_go(p))
    else
      gone[#gone + 1] = id
    end
    ended[#ended + 1] = id
    counted[kind] = counted[kind] + 1
    result[i] = 1
  elseif before[i] and p.accused == token and token > 0 then
    p.crashes, p.accused = p.crashes - 1, 0
    redis.call('HSET', progress, id, pack(p))
  end
end

if #ended > 0 then
  redis.call('ZREM', inflight, unpack(ended))
end
if #gone > 0 then
  redis.call('HDEL', envelopes, unpack(gone))
  redis.call('HDEL', progress, unpack(gone))
  redis.call('HDEL', errors, unpack(gone))
  redis.call('HDEL', KEYS[9], unpack(gone))
end
for kind, counter in pairs({ complete = 'processed', ['dead-letter'] = 'failed', retry = 'retried' }) do
  if counted[kind] > 0 then
    redis.call('HINCRBY', KEYS[8], counter, counted[kind])
  end
end
return result
