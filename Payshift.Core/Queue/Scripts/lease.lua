-- Leases waiting webhooks: some in strict order of priority, and some of the lower priorities by how long they have waited.
--
-- KEYS    1 ready  2 inflight  3 envelopes  4 progress  5 errors  6 token  7 readmitted
-- ARGV    1 how many in strict order
--         2 how many of priority 1 and 2, who waited longest first
--         3 lease in ms
--         4 only what has waited at least so many ms, 0 for all
--         5 number of this call
-- Returns token, score of the first that still waits or '', arrival in us of the oldest of priority 1 and 2 that still
--         waits or '', then for each leased webhook: id, envelope (nil if lost), attempts so far, crashes so far, last delay
--         in ms, errors so far (nil if none), how often it was retried by hand
-- Cost    O(n log m) for n leased and m held.

local ready, inflight, progress = KEYS[1], KEYS[2], KEYS[4]
local strict, lower, lease, age = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

local ids, scores = {}, {}
local function range(from, to, count)
  return count > 0 and redis.call('ZRANGE', ready, from, to, 'BYSCORE', 'LIMIT', 0, count, 'WITHSCORES') or {}
end

local function take(found, at)
  ids[#ids + 1] = found[at]
  scores[#scores + 1] = tonumber(found[at + 1])
end

local function take_all(found)
  for at = 1, #found, 2 do
    take(found, at)
  end
end

if age > 0 then
  for priority = 0, 2 do
    local first = priority * PRIORITY_STRIDE
    take_all(range(whole(first), whole(first + micros - age * 1000), strict - #ids))
  end
else
  take_all(range('-inf', '+inf', strict))
end

if #ids > 0 then
  redis.call('ZREM', ready, unpack(ids))
end

if lower > 0 then
  local before = #ids
  local normal = range(whole(PRIORITY_STRIDE), '(' .. whole(2 * PRIORITY_STRIDE), lower)
  local low = range(whole(2 * PRIORITY_STRIDE), '+inf', lower)
  local i, j = 1, 1
  while #ids - before < lower and (normal[i] or low[j]) do
    if low[j] and (not normal[i] or low[j + 1] - PRIORITY_STRIDE < tonumber(normal[i + 1])) then
      take(low, j)
      j = j + 2
    else
      take(normal, i)
      i = i + 2
    end
  end
  if #ids > before then
    redis.call('ZREM', ready, unpack(ids, before + 1))
  end
end

local token = 0
local leased = {}
if #ids > 0 then
  -- A fail-over may have lost the last tokens: none is ever given twice, as long as the clock of Redis goes on.
  token = math.max((tonumber(redis.call('GET', KEYS[6])) or 0) + 1, micros)
  redis.call('SET', KEYS[6], whole(token))
  local envelopes = redis.call('HMGET', KEYS[3], unpack(ids))
  local before = redis.call('HMGET', progress, unpack(ids))
  local readmitted = redis.call('HMGET', KEYS[7], unpack(ids))
  local expiries, after = {}, {}
  local ends, call = millis + lease, tonumber(ARGV[5])
  for i, id in ipairs(ids) do
    local p = recall(before[i])
    local errors = p.attempts > 0 and redis.call('HGET', KEYS[5], id)
    p.score, p.token, p.holder = scores[i], token, call
    expiries[2 * i - 1] = ends
    expiries[2 * i] = id
    after[2 * i - 1] = id
    after[2 * i] = pack(p)
    local at = 7 * i - 6
    leased[at], leased[at + 1], leased[at + 2] = id, envelopes[i], p.attempts
    leased[at + 3], leased[at + 4], leased[at + 5], leased[at + 6] = p.crashes, p.delay, errors, readmitted[i] or 0
  end
  redis.call('ZADD', inflight, unpack(expiries))
  redis.call('HSET', progress, unpack(after))
end

local head, oldest = heads(ready)
return { whole(token), head, oldest, unpack(leased) }
