-- Notes that a timer's run began or ended.
--
-- KEYS    1 timers, a hash: '{name}:began', '{name}:ended' and '{name}:next' to times in ms, '{name}:handler' to a text
-- ARGV    1 name  2 'began' or 'ended'  3 when it is due next in ms, 0 where unknown  4 the host's batch handler, empty where
--         it has none of its own; 3 and 4 are heeded with 'began'
-- Returns nothing
-- Cost    O(1); the key expires when no timer runs for 30 days.

local time = redis.call('TIME')
redis.call('HSET', KEYS[1], ARGV[1] .. ':' .. ARGV[2], string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
if ARGV[2] == 'began' then
  redis.call('HSET', KEYS[1], ARGV[1] .. ':next', ARGV[3], ARGV[1] .. ':handler', ARGV[4])
end
redis.call('PEXPIRE', KEYS[1], '2592000000')
