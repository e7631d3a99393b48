/** What a running process tells: on standard error, one line each, so that standard output stays a command's own. */
export interface Log {
  info(message: string, detail?: Record<string, unknown>): void;
  error(message: string, detail?: Record<string, unknown>): void;
}

export const stderrLog: Log = {
  info: (message, detail) => write('信息', message, detail),
  error: (message, detail) => write('错误', message, detail),
};

function write(level: string, message: string, detail?: Record<string, unknown>): void {
  process.stderr.write(`${logLine(new Date().toISOString(), level, message, detail)}\n`);
}

/** One line, whatever somebody sent who would like to write a second one, or to steer the terminal that shows it. */
export function logLine(
  at: string,
  level: string,
  message: string,
  detail?: Record<string, unknown>,
): string {
  const more = detail === undefined ? '' : ` ${JSON.stringify(detail)}`;
  return `${at} ${level} ${message}${more}`.replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Control characters, ends of lines, and marks that turn the direction of writing. */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
