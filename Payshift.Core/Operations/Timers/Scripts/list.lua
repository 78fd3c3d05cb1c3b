-- Tells when timers ran.
--
-- KEYS    1 timers, as in note.lua
-- Returns each field and its value
-- Cost    O(t) for t timers.

return redis.call('HGETALL', KEYS[1])
