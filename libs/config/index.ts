/** The environment, parsed once, at the start of a process. */
export { ConfigError } from './config-error.js';
export { readConfig, type Config } from './read-config.js';
