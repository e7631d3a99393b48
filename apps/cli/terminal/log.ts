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
  const more = detail === undefined ? '' : ` ${JSON.stringify(detail)}`;
  process.stderr.write(`${new Date().toISOString()} ${level} ${message}${more}\n`);
}
