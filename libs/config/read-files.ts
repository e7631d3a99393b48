import type { Variables } from './secret-files.js';

/** Uploaded files lie in a folder, or in a bucket of anything that speaks S3. */
export type FilesConfig =
  | {
      kind: 'folder';
      /** Null: `evidence` in the data folder. */
      folder: string | null;
    }
  | {
      kind: 's3';
      bucket: string;
      /** Before every key; empty: none. */
      prefix: string;
      /** Of a server in the house; null: as the region says. */
      endpoint: string | null;
      region: string;
      accessKey: string;
      secretKey: string;
    };

const BUCKET = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<prefix>[\w./-]*?))?\/*$/u;

/**
 * `LUOSHI_FILES`: a folder, or `s3://bucket/prefix` with `LUOSHI_S3_ENDPOINT`, `LUOSHI_S3_REGION`, `LUOSHI_S3_ACCESS_KEY`,
 * `LUOSHI_S3_SECRET_KEY`. Left out: `evidence` in the data folder.
 */
export function readFiles(env: Variables): { value: FilesConfig } | { problems: string[] } {
  const given = env['LUOSHI_FILES'];
  if (given === undefined || !given.startsWith('s3:'))
    return { value: { kind: 'folder', folder: given ?? null } };
  const found = BUCKET.exec(given)?.groups;
  const problems: string[] = [];
  if (found === undefined) problems.push('LUOSHI_FILES：应为文件夹，或形如 s3://存储桶/前缀');
  const endpoint = env['LUOSHI_S3_ENDPOINT'] ?? null;
  if (endpoint !== null && !/^https?:\/\/[^/\s]+\/?$/u.test(endpoint))
    problems.push('LUOSHI_S3_ENDPOINT：应形如 https://minio.example.gov.cn:9000');
  const [accessKey = '', secretKey = ''] = [env['LUOSHI_S3_ACCESS_KEY'], env['LUOSHI_S3_SECRET_KEY']];
  if (accessKey === '') problems.push('LUOSHI_S3_ACCESS_KEY：LUOSHI_FILES 为 s3:// 时必须设置');
  if (secretKey === '') problems.push('LUOSHI_S3_SECRET_KEY：LUOSHI_FILES 为 s3:// 时必须设置');
  if (found === undefined || problems.length > 0) return { problems };
  return {
    value: {
      kind: 's3',
      bucket: found['bucket'] ?? '',
      prefix: found['prefix'] ?? '',
      endpoint,
      region: env['LUOSHI_S3_REGION'] ?? 'us-east-1',
      accessKey,
      secretKey,
    },
  };
}
