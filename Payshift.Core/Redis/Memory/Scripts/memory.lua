-- Tells the memory of the server that holds a partition.
--
-- KEYS    1 any key of the partition
-- Returns the server's run id, bytes used, the most that were used, the limit (0: none)
-- Cost    O(1)

local function field(info, name)
  return string.match(info, name .. ':(%w+)')
end

local memory = redis.call('INFO', 'memory')
return {
  field(redis.call('INFO', 'server'), 'run_id'),
  field(memory, 'used_memory') or '0',
  field(memory, 'used_memory_peak') or '0',
  field(memory, 'maxmemory') or '0',
}
