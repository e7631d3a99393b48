/** The environment, parsed once, at the start of a process. */
export { ConfigError } from './config-error.js';
export { readConfig, type Config } from './read-config.js';
export { type RedisAddress, type RedisConfig, type RedisLogin, type RedisProblemCode } from './read-redis.js';
