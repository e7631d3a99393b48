import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { isObjectKey, StoreUnavailable, type ObjectStore } from './object-store.js';

export interface S3Settings {
  bucket: string;
  /** Before every key, without slashes at its ends; empty: none. */
  prefix: string;
  /** Of a server in the house; null: as the region says. */
  endpoint: string | null;
  region: string;
  accessKey: string;
  secretKey: string;
}

const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 30_000;

/** Files in a bucket of anything that speaks S3 (MinIO, Ceph, the clouds' object stores). */
export async function s3Store(settings: S3Settings): Promise<ObjectStore> {
  // Only who keeps files there needs its client in memory.
  const {
    S3Client,
    PutObjectCommand,
    GetObjectCommand,
    DeleteObjectCommand,
    HeadBucketCommand,
    paginateListObjectsV2,
  } = await import('@aws-sdk/client-s3');
  const { bucket, endpoint } = settings;
  const client: S3Client = new S3Client({
    region: settings.region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    // Servers in the house know no trailing checksums; the key is the content's SHA-256 already.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, requestTimeout: ANSWER_WITHIN_MS },
  });
  const before = settings.prefix === '' ? '' : `${settings.prefix}/`;
  const at = (key: string): { Bucket: string; Key: string } => {
    if (!isObjectKey(key)) throw new TypeError(`no key: ${key}`);
    return { Bucket: bucket, Key: `${before}${key}` };
  };
  return {
    place: `s3 ${endpoint ?? settings.region} ${bucket}/${settings.prefix}`,
    put: (key, bytes, mediaType) =>
      reached(async () => {
        await client.send(
          new PutObjectCommand({
            ...at(key),
            Body: bytes,
            ContentLength: bytes.length,
            ContentType: mediaType,
          }),
        );
      }),
    get: (key) =>
      reached(async () => {
        try {
          const { Body, ContentLength } = await client.send(new GetObjectCommand(at(key)));
          if (Body === undefined || ContentLength === undefined) return null;
          return { size: ContentLength, content: Body as Readable };
        } catch (error) {
          if (isMissing(error)) return null;
          throw error;
        }
      }),
    async *keys() {
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: before });
      try {
        for await (const { Contents = [] } of pages)
          for (const { Key = '' } of Contents) {
            const key = Key.slice(before.length);
            if (isObjectKey(key)) yield key;
          }
      } catch (error) {
        throw unavailable(error);
      }
    },
    remove: (key) =>
      reached(async () => {
        await client.send(new DeleteObjectCommand(at(key)));
      }),
    check: () =>
      reached(async () => {
        await client.send(new HeadBucketCommand({ Bucket: bucket }));
      }),
    close: () => client.destroy(),
  };
}

const isMissing = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchKey';

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof TypeError ? error : unavailable(error);
  }
}

/** The client's errors hold the request and its headers as members; only the words go on. */
function unavailable(error: unknown): StoreUnavailable {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new StoreUnavailable(`${name}: ${message}`);
}
