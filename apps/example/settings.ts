import { createLuoshi, type Luoshi } from '#client';

export interface Settings {
  /** For the person whose token it is. */
  luoshi: Luoshi;
  /** For the subscription whose key it is. */
  events: Luoshi;
  /** Set off by Ctrl+C. */
  stop: AbortSignal;
}

/** @throws Error where something is not set */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const [url, token, key] = ['LUOSHI_URL', 'LUOSHI_TOKEN', 'LUOSHI_EVENTS_KEY'].map((name) => {
    const value = environment[name];
    if (value === undefined || value === '') throw new Error(`请设置环境变量 ${name}。`);
    return value;
  }) as [string, string, string];
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  return {
    luoshi: createLuoshi({ url, token }),
    events: createLuoshi({ url, token: key }),
    stop: stopping.signal,
  };
}
