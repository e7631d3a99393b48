/** Steps of long work, told on standard error: for people, never mixed with a command's answer. */
export function progress(message: string): void {
  process.stderr.write(`· ${message}\n`);
}
