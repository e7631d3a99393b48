import { spawn } from 'node:child_process';
import { strict as assert } from 'node:assert';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts a program whose output is kept, and shown where something goes wrong.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env added to ours
 */
export function start(command, args, env = {}) {
  // A group of its own: Ctrl-C in a terminal goes to the whole group.
  const child = spawn(command, args, { env: { ...process.env, ...env }, detached: true });
  let said = '';
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  const running = {
    /** Both streams, as they came. */
    said: () => said,
    /** Standard output alone. */
    output: () => output,
    ended,
    /** Waits until the output holds the pattern; returns what it matched. */
    async until(pattern, withinMs) {
      for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50)) {
        const found = pattern.exec(said);
        if (found !== null) return found;
        if (child.exitCode !== null) break;
      }
      await running.kill();
      throw new Error(
        `${args.join(' ')}: ${pattern} did not come within ${withinMs} ms. Its output:\n${said}`,
      );
    },
    /** Ends it as asked; returns the exit code, or the signal that ended it. */
    async stop(signal, withinMs, group = false) {
      process.kill(group ? -child.pid : child.pid, signal);
      let timer;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, withinMs, null)));
      const code = await Promise.race([ended, late]);
      // A timer that nobody waits for any more would keep this process from ending.
      clearTimeout(timer);
      if (code !== null) return code;
      await running.kill();
      throw new Error(
        `${args.join(' ')}: did not end within ${withinMs} ms of ${signal}. Its output:\n${said}`,
      );
    },
    async kill() {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
      await ended;
    },
  };
  return running;
}

/** Runs a program to its end; returns its standard output. @throws where its exit code is not 0 */
export async function run(command, args, env = {}) {
  const child = start(command, args, env);
  const code = await child.ended;
  assert.equal(code, 0, `${command} ${args.join(' ')} ended with ${code}:\n${child.said()}`);
  return child.output();
}

/** Asks until the answer has that status; returns its text. */
export async function ask(url, status, withinMs) {
  let last = 'no answer';
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(100)) {
    try {
      const answer = await fetch(url);
      const text = await answer.text();
      if (answer.status === status) return text;
      last = `${answer.status}: ${text}`;
    } catch (error) {
      last = String(error.cause ?? error);
    }
  }
  throw new Error(`${url} did not answer ${status} within ${withinMs} ms; last: ${last}`);
}

/** Signs in and tells how many tasks the first plan has. */
export async function tasksSeenBy(base, username, password) {
  const signedIn = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  assert.equal(signedIn.status, 201, await signedIn.text());
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  const plans = await fetch(`${base}/api/v1/plans`, { headers: { Cookie: cookie.join('; ') } });
  const { items } = await plans.json();
  return items[0]?.taskCount;
}
