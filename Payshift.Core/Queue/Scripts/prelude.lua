-- Stands before every other script: the clock, the order of waiting, and how a webhook's progress is kept.

local PRIORITY_STRIDE = 3e15 -- priority first, then microseconds of arrival: exact in a double until 2065
local ALONE = 'alone' -- the holder of a webhook that is handled alone

local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local millis = math.floor(micros / 1000)

local function whole(number)
  return string.format('%.0f', number)
end

-- Progress of a webhook that was leased before: its score, the fencing token of its lease (0: none), failed attempts, workers
-- that died with it, its last delay in ms; its holder, that is the number of the call that leased it, or that it is handled
-- alone, or the paused provider that it is held for; and the token of the lease whose end was counted as a worker's death. A
-- webhook without progress waits as normal from now.
local function recall(packed)
  if not packed then
    return { score = PRIORITY_STRIDE + micros, token = 0, attempts = 0, crashes = 0, delay = 0, holder = 0, accused = 0 }
  end
  local score, token, attempts, crashes, delay, holder, accused = cmsgpack.unpack(packed)
  return {
    score = score, token = token, attempts = attempts, crashes = crashes,
    delay = delay or 0, holder = holder or 0, accused = accused or 0,
  }
end

local function pack(p)
  return cmsgpack.pack(p.score, p.token, p.attempts, p.crashes, p.delay, p.holder, p.accused)
end

-- What is no longer leased waits again in its place.
local function let_go(p)
  p.token = 0
  p.holder = 0
  return pack(p)
end

-- The score of the first that waits, and the arrival in us of the one of priority 1 or 2 that waited longest; each '' where
-- there is none.
local function heads(ready)
  local oldest = math.huge
  for priority = 1, 2 do
    local first = priority * PRIORITY_STRIDE
    local found = redis.call('ZRANGE', ready, whole(first), '(' .. whole(first + PRIORITY_STRIDE), 'BYSCORE', 'LIMIT', 0, 1, 'WITHSCORES')
    oldest = math.min(oldest, found[2] and found[2] - first or math.huge)
  end
  return redis.call('ZRANGE', ready, 0, 0, 'WITHSCORES')[2] or '', oldest < math.huge and whole(oldest) or ''
end
