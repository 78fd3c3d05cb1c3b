-- Pauses the whole queue or one provider, or lets it go on.
--
-- KEYS    1 paused
-- ARGV    1 provider, '*' for all  2 '1' to pause, '0' to go on
-- Returns 1 if that changed anything, otherwise 0
-- Cost    O(1)

if ARGV[2] == '1' then
  return redis.call('HSETNX', KEYS[1], ARGV[1], whole(millis))
end
return redis.call('HDEL', KEYS[1], ARGV[1])
