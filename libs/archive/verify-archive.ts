import { verifyTrail, type TrailExpectations, type TrailReport } from '#sealing';
import type { ArchiveSummary } from './archive-format.js';
import { checkRecords } from './check/check-records.js';
import { trailOfArchive } from './check/trail-of-archive.js';
import { openArchive, type OpenArchiveOptions, type OpenedArchive } from './reading/open-archive.js';

export interface VerifiedArchive extends ArchiveSummary {
  /** The chains and seals in it, followed as `audit verify` follows those of a record. */
  trail: TrailReport;
}

export type VerifyArchiveOptions = OpenArchiveOptions &
  Pick<TrailExpectations, 'keys' | 'published'> & { onProgress?: (words: string) => void };

/**
 * Checks an archive without any record: the manifest and every hash in it, every line, count, order and reference, the files that rows
 * name, the chains and the seals. Where the files are whole and the trail is not, the report says so; that is for who asked to judge.
 *
 * @throws ArchiveError ARCHIVE_UNREADABLE, ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE
 */
export async function verifyArchive(
  path: string,
  options: VerifyArchiveOptions = {},
): Promise<VerifiedArchive> {
  const archive = await openArchive(path, options);
  try {
    return await checked(archive, options);
  } finally {
    await archive.close();
  }
}

export async function checked(
  archive: OpenedArchive,
  options: VerifyArchiveOptions,
): Promise<VerifiedArchive> {
  const { onProgress = () => undefined, keys = [], published = [] } = options;
  onProgress('核验记录');
  await checkRecords(archive);
  // Of a tar every file was looked at when it was unpacked.
  if (archive.kind === 'folder')
    for (const entry of archive.manifest.files) for await (const _ of archive.open(entry)) void _;
  onProgress('核验留痕');
  const mine = published.filter(
    ({ jurisdictionId }) => jurisdictionId === archive.manifest.jurisdiction.code,
  );
  return {
    ...archive.summary,
    trail: await verifyTrail(trailOfArchive(archive), { keys, published: mine }),
  };
}
