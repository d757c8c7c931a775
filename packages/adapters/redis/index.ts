export { openRedisOrder, type RedisOrder, type RedisOrderOptions } from './redis-order.ts';
