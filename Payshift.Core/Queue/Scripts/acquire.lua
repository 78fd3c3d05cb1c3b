-- Leases waiting webhooks in priority order, after bringing back what is due: retries whose time has come, and webhooks
-- whose lease ended because their worker died.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 envelopes  5 progress  6 errors  7 token  8 counters
-- ARGV    1 how many to lease, 0 to bring back only
--         2 lease in ms
--         3 lease only what has waited at least so many ms, 0 for all
--         4 how many to bring back at the most
-- Returns token, reclaimed, score of the first that still waits or '', then for each leased webhook:
--         id, envelope (nil if lost), attempts so far, crashes so far, errors so far (nil if none)
-- Cost    O((n + b) log m) for n leased, b brought back and m held.

local PRIORITY_STRIDE = 3e15 -- priority first, then microseconds of arrival: exact in a double until 2065

local ready, inflight, scheduled, progress = KEYS[1], KEYS[2], KEYS[3], KEYS[5]
local count, lease, age, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local millis = math.floor(micros / 1000)

-- Score, token, attempts and crashes of a webhook that was leased before. One without that record waits as normal from now.
local function recall(packed)
  if packed then
    return cmsgpack.unpack(packed)
  end
  return PRIORITY_STRIDE + micros, 0, 0, 0
end

local function due(key)
  return redis.call('ZRANGE', key, '-inf', string.format('%.0f', millis), 'BYSCORE', 'LIMIT', 0, limit)
end

for _, id in ipairs(due(scheduled)) do
  redis.call('ZADD', ready, (recall(redis.call('HGET', progress, id))), id)
  redis.call('ZREM', scheduled, id)
end

local expired = due(inflight)
for _, id in ipairs(expired) do
  local score, _, attempts, crashes = recall(redis.call('HGET', progress, id))
  redis.call('HSET', progress, id, cmsgpack.pack(score, 0, attempts, crashes + 1))
  redis.call('ZADD', ready, score, id)
  redis.call('ZREM', inflight, id)
end
if #expired > 0 then
  redis.call('HINCRBY', KEYS[8], 'reclaimed', #expired)
end

local ids, scores = {}, {}
local function take(from, to)
  if #ids >= count then
    return
  end
  local found = redis.call('ZRANGE', ready, from, to, 'BYSCORE', 'LIMIT', 0, count - #ids, 'WITHSCORES')
  for i = 1, #found, 2 do
    ids[#ids + 1] = found[i]
    scores[#scores + 1] = tonumber(found[i + 1])
  end
end

if age > 0 then
  for priority = 0, 2 do
    local first = priority * PRIORITY_STRIDE
    take(string.format('%.0f', first), string.format('%.0f', first + micros - age * 1000))
  end
else
  take('-inf', '+inf')
end

local token = 0
local leased = {}
if #ids > 0 then
  token = redis.call('INCR', KEYS[7])
  redis.call('ZREM', ready, unpack(ids))
  local envelopes = redis.call('HMGET', KEYS[4], unpack(ids))
  local before = redis.call('HMGET', progress, unpack(ids))
  local expiries, after = {}, {}
  for i, id in ipairs(ids) do
    local attempts, crashes, errors = 0, 0, false
    if before[i] then
      local _
      _, _, attempts, crashes = cmsgpack.unpack(before[i])
      errors = attempts > 0 and redis.call('HGET', KEYS[6], id)
    end
    expiries[2 * i - 1] = millis + lease
    expiries[2 * i] = id
    after[2 * i - 1] = id
    after[2 * i] = cmsgpack.pack(scores[i], token, attempts, crashes)
    local at = 5 * i - 4
    leased[at], leased[at + 1], leased[at + 2], leased[at + 3], leased[at + 4] = id, envelopes[i], attempts, crashes, errors
  end
  redis.call('ZADD', inflight, unpack(expiries))
  redis.call('HSET', progress, unpack(after))
end

local head = redis.call('ZRANGE', ready, 0, 0, 'WITHSCORES')
return { token, #expired, head[2] or '', unpack(leased) }
