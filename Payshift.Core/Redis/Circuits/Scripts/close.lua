-- Notes that a circuit is closed.
--
-- KEYS    1 circuits
-- ARGV    1 name
-- Returns 1 if it was open
-- Cost    O(1)

return redis.call('HDEL', KEYS[1], ARGV[1])
