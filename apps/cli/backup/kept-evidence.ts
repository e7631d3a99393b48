import { objectKey, openObjectStore } from '#evidence';
import type { KeptFiles, NamedFile } from '#persistence';
import { readEnvironment, withOptions } from '../system/read-environment.js';

const keyOf = ({ jurisdictionId, sha256 }: NamedFile): string => objectKey(jurisdictionId, sha256);

/** The store of evidence that the configuration names, as a backup and a restore see it. */
export async function withKeptEvidence<T>(
  given: { data?: string },
  work: (files: KeptFiles) => Promise<T>,
): Promise<T> {
  const config = withOptions(readEnvironment().config, given);
  const store = await openObjectStore(config);
  try {
    return await work({
      place: store.place,
      apart: config.files.kind === 's3',
      get: (file) => store.get(keyOf(file)),
      put: (file, bytes) => store.put(keyOf(file), bytes, file.mediaType),
    });
  } finally {
    store.close();
  }
}
