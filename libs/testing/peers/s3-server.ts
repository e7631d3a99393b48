import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface S3ServerOfTest {
  endpoint: string;
  /** The one bucket. */
  bucket: string;
  accessKey: string;
  secretKey: string;
  close: () => Promise<void>;
}

/** A process that speaks S3, checks signatures, and has one bucket, on a free port of this machine. */
export async function startS3Server(): Promise<S3ServerOfTest> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-s3-'));
  const packageFile = createRequire(import.meta.url).resolve('s3rver/package.json');
  const program = join(dirname(packageFile), 'bin', 's3rver.js');
  const bucket = 'evidence';
  const child = spawn(
    process.execPath,
    [program, '--directory', folder, '--address', '127.0.0.1', '--port', '0', '--configure-bucket', bucket],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const gone = once(child, 'exit');
  const listening = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const at = /listening on (?<at>127\.0\.0\.1:\d+)/u.exec(line)?.groups?.['at'];
      if (at !== undefined) resolve(`http://${at}`);
    });
    void gone.then(() => reject(new Error('the S3 server ended before it listened')));
  });
  return {
    endpoint: await listening,
    bucket,
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
    close: async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
