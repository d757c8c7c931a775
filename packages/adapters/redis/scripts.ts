// The head of an order: `place` of the last entry, its `known` time, and `chain`, the hash of everything up to it; `base`
// and `baseChain` those of the last entry given up; `snapshot` the place of the snapshot. The list holds the entries from
// `base + 1` on, each as `hash time-known entry`.

const readHead = `
local head = redis.call('HMGET', KEYS[1], 'place', 'known', 'chain', 'base', 'baseChain', 'snapshot')
local place = tonumber(head[1] or '0')
local base = tonumber(head[4] or '0')
local function chainAt(at)
  if at == base then return head[5] or '' end
  local line = redis.call('LINDEX', KEYS[2], at - base - 1)
  return string.sub(line, 1, 16)
end
`;

/**
 * Puts entries behind the others and answers all lines after a place, or nil where the order does not have that place,
 * no longer keeps what follows it, or had another history up to it. Arguments: the place, the hash there or nothing, and
 * of each entry its time known and its JSON.
 */
export const appendScript = `${readHead}
local after = tonumber(ARGV[1])
if after < base or after > place then return false end
if ARGV[2] ~= '' and chainAt(after) ~= ARGV[2] then return false end
local known = tonumber(head[2] or '-1e308')
local chain = head[3] or ''
for i = 3, #ARGV, 2 do
  local time = tonumber(ARGV[i])
  if time <= known then time = known + 1 end
  known = time
  place = place + 1
  local line = string.format('%.17g', time) .. ' ' .. ARGV[i + 1]
  chain = string.sub(redis.sha1hex(chain .. line), 1, 16)
  redis.call('RPUSH', KEYS[2], chain .. ' ' .. line)
end
if #ARGV > 2 then
  redis.call('HSET', KEYS[1], 'place', place, 'known', string.format('%.17g', known), 'chain', chain)
end
return redis.call('LRANGE', KEYS[2], after - base, -1)
`;

/**
 * Keeps a snapshot and gives up the entries that it holds but the newest; nil where the order does not have its place.
 * Arguments: the place, the bytes, and how many newest entries to keep.
 */
export const keepScript = `${readHead}
local at = tonumber(ARGV[1])
if at > place then return false end
if at <= tonumber(head[6] or '0') then return 0 end
redis.call('SET', KEYS[3], ARGV[2])
redis.call('HSET', KEYS[1], 'snapshot', at)
local upTo = math.min(at, place - tonumber(ARGV[3]))
if upTo > base then
  local chain = chainAt(upTo)
  redis.call('LTRIM', KEYS[2], upTo - base, -1)
  redis.call('HSET', KEYS[1], 'base', upTo, 'baseChain', chain)
end
return 1
`;
