-- Tells what is paused.
--
-- KEYS    1 paused
-- Returns each paused provider, '*' for all, and since when in ms
-- Cost    O(p) for p paused

return redis.call('HGETALL', KEYS[1])
