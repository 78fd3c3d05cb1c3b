-- Reads the records of the last minutes.
--
-- KEYS    1 minutes, as in record.lua
-- ARGV    1 window in minutes, 2 minutes to read, at most the window
-- Returns the time in ms and the records, 56 bytes each; among them zeros, and records that left the window.
-- Cost    O(n) for n minutes.

local SIZE = 56

local time = redis.call('TIME')
local millis = time[1] * 1000 + math.floor(time[2] / 1000)
local window = tonumber(ARGV[1])
local last = math.floor(millis / 60000) % window
local first = (last - ARGV[2] + 1) % window

local function read(from, to)
  return redis.call('GETRANGE', KEYS[1], from * SIZE, (to + 1) * SIZE - 1)
end

local records = first <= last and read(first, last) or read(first, window - 1) .. read(0, last)
return { millis, records }
