-- Tells which circuits are open.
--
-- KEYS    1 circuits
-- Returns for each: name, since when in ms, reason
-- Cost    O(c) for c circuits

local time = redis.call('TIME')
local millis = time[1] * 1000 + math.floor(time[2] / 1000)
local result = {}
local found = redis.call('HGETALL', KEYS[1])
for at = 1, #found, 2 do
  local since, ends, reason = string.match(found[at + 1], '^(%d+) (%d+) (.*)$')
  if tonumber(ends) > millis then
    result[#result + 1] = found[at]
    result[#result + 1] = since
    result[#result + 1] = reason
  end
end
return result
