-- Stands before every other script: the clock, the order of waiting, and how a webhook's progress is kept.

local PRIORITY_STRIDE = 3e15 -- priority first, then microseconds of arrival: exact in a double until 2065
local ALONE = 'alone' -- the holder of a webhook that is handled alone

local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local millis = math.floor(micros / 1000)

local function whole(number)
  return string.format('%.0f', number)
end

-- Score, fencing token (0: no lease), attempts, crashes and last delay in ms of a webhook that was leased before; then its
-- holder: the number of the call that leased it, or that it is handled alone, or the paused provider that it is held for. One
-- without progress waits as normal from now.
local function recall(packed)
  if packed then
    local score, token, attempts, crashes, delay, holder = cmsgpack.unpack(packed)
    return score, token, attempts, crashes, delay or 0, holder or 0
  end
  return PRIORITY_STRIDE + micros, 0, 0, 0, 0, 0
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
