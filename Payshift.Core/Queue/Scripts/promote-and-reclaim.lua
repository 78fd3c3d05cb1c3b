-- Promotes retries whose time has come and webhooks of providers that are no longer paused, and reclaims webhooks whose worker
-- died or that were leased by calls whose answer never arrived.
--
-- KEYS    1 ready  2 inflight  3 scheduled  4 held  5 progress  6 counters
-- ARGV    1 how many of each at most  2 how many calls are given, then the number of each call whose
--         answer was lost, then the providers that are paused
-- Returns how many leases had ended, score of the first that waits or '', arrival in us of the oldest of priority 1 and 2
--         or '', ms until the next retry is due or ''
-- Cost    O(b log m) for b promoted or reclaimed and m held; O(f) more for f in flight where a call was lost

local ready, inflight, scheduled, held, progress = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local limit, lost = tonumber(ARGV[1]), tonumber(ARGV[2])

local function due(key)
  return redis.call('ZRANGE', key, '-inf', whole(millis), 'BYSCORE', 'LIMIT', 0, limit)
end

for _, id in ipairs(due(scheduled)) do
  redis.call('ZADD', ready, recall(redis.call('HGET', progress, id)).score, id)
  redis.call('ZREM', scheduled, id)
end

if lost > 0 then
  local calls = {}
  for at = 3, 2 + lost do
    calls[tonumber(ARGV[at])] = true
  end
  for _, id in ipairs(redis.call('ZRANGE', inflight, 0, -1)) do
    local p = recall(redis.call('HGET', progress, id))
    if calls[p.holder] then
      redis.call('HSET', progress, id, let_go(p))
      redis.call('ZADD', ready, p.score, id)
      redis.call('ZREM', inflight, id)
    end
  end
end

local expired = due(inflight)
for _, id in ipairs(expired) do
  local p = recall(redis.call('HGET', progress, id))
  -- The first worker that dies with it makes it a poison candidate; after that, only what was handled alone is to blame.
  if p.crashes == 0 or p.holder == ALONE then
    p.crashes = p.crashes + 1
    p.accused = p.token
  end
  redis.call('HSET', progress, id, let_go(p))
  redis.call('ZADD', ready, p.score, id)
  redis.call('ZREM', inflight, id)
end
if #expired > 0 then
  redis.call('HINCRBY', KEYS[6], 'reclaimed', #expired)
end

local paused = {}
for at = 3 + lost, #ARGV do
  paused[ARGV[at]] = true
end
local from, left = '-', limit
while left > 0 do
  local first = redis.call('ZRANGE', held, from, '+', 'BYLEX', 'LIMIT', 0, 1)[1]
  if not first then
    break
  end
  local provider = string.match(first, '^[^:]*')
  from = '[' .. provider .. ';' -- the character after ':'
  if not paused[provider] then
    local members = redis.call('ZRANGE', held, '[' .. provider .. ':', '(' .. provider .. ';', 'BYLEX', 'LIMIT', 0, left)
    for _, member in ipairs(members) do
      local id = string.sub(member, #provider + 2)
      local p = recall(redis.call('HGET', progress, id))
      redis.call('HSET', progress, id, let_go(p))
      redis.call('ZADD', ready, p.score, id)
      redis.call('ZREM', held, member)
    end
    left = left - #members
  end
end

local head, lower = heads(ready)
local nextDue = redis.call('ZRANGE', scheduled, 0, 0, 'WITHSCORES')[2]
return { #expired, head, lower, nextDue and math.max(0, nextDue - millis) or '' }
