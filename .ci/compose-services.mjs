import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * What docker-compose.yml gives to a service of ours, with the places of this machine in the stead of those in containers.
 *
 * @param {string} root of the checkout
 * @param {{ secrets: string, postgres: string, redis: string }} places folder of the secrets; host:port of the two servers
 * @returns {(service: string) => { command: string[], env: Record<string, string> }}
 */
export function composeServices(root, { secrets, postgres, redis }) {
  const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true });
  const here = (value) =>
    String(value)
      .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
      .replace('/run/secrets', secrets)
      .replace('postgres:5432', postgres)
      .replace('redis:6379', redis);
  return (name) => {
    const { command, environment = {} } = services[name];
    return {
      command,
      env: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, here(value)])),
    };
  };
}
