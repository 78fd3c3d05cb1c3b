-- Notes the queue's totals for this minute, unless somebody did before.
--
-- KEYS    1 minutes, a string of records of 56 bytes: little-endian doubles, the time in ms and six totals; the record of a
--         minute stands at its number modulo the window, so that it overwrites what left the window
-- ARGV    1 window in minutes, 2 received, 3 duplicate, 4 processed, 5 retried, 6 failed, 7 reclaimed
-- Returns 1 (noted) or 0 (noted before).
-- Cost    O(1); the key expires when nobody writes for a window.

local SIZE = 56

local time = redis.call('TIME')
local millis = time[1] * 1000 + math.floor(time[2] / 1000)
local minute = math.floor(millis / 60000)
local at = minute % ARGV[1] * SIZE

local held = redis.call('GETRANGE', KEYS[1], at, at + SIZE - 1)
if #held == SIZE and math.floor(struct.unpack('<d', held) / 60000) == minute then
  return 0
end

redis.call('SETRANGE', KEYS[1], at, struct.pack('<ddddddd', millis, unpack(ARGV, 2, 7)))
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', ARGV[1] * 60000))
return 1
