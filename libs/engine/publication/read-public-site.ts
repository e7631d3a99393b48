import type { OfficialDocument } from '#official';
import {
  jurisdictionsWithReleases,
  releasedContent,
  releasedFiles,
  releases,
  type ReleasingJurisdiction,
  type Transaction,
} from '#persistence';
import { readOpenData, type ReleaseContent, type SiteSource } from '#publication';
import type { EngineContext } from '../engine-context.js';

/**
 * The public reads as a unit that there is none of: row-level security shows it what was released and not what is written for
 * anybody, also where a statement should forget to ask.
 */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const asThePublic = <T>(
  { database }: EngineContext,
  jurisdictionId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => database.transaction({ jurisdictionId, unitId: NOBODY }, work, { readOnly: true });

/** Where something was released. */
export const releasingDivisions = ({ database }: EngineContext): Promise<ReleasingJurisdiction[]> =>
  database.outsideTenants(jurisdictionsWithReleases);

/** What changes whenever something is released or withdrawn in a division; null: there never was anything. */
export const publicMark = (context: EngineContext, jurisdictionId: string): Promise<string | null> =>
  asThePublic(context, jurisdictionId, async (tx) => {
    const [row] = await tx.query<{ mark: string | null }>(
      `select count(*) || '/' || count(withdrawn_at) || '/' || max(released_at) as mark
       from publication_release where jurisdiction_id = $1`,
      [jurisdictionId],
    );
    return row?.mark ?? null;
  });

/** What the site of a division is made of; null: nothing was ever released there. */
export function readPublicSite(
  context: EngineContext,
  jurisdictionId: string,
  url: string | null,
): Promise<SiteSource | null> {
  return asThePublic(context, jurisdictionId, async (tx) => {
    const found = await releases(tx);
    const [division] = await tx.query<{ name: string }>('select name from jurisdiction where id = $1', [
      jurisdictionId,
    ]);
    if (found.length === 0 || division === undefined) return null;
    return {
      division: { code: jurisdictionId, name: division.name },
      releases: found,
      content: (productId) => asThePublic(context, jurisdictionId, (own) => contentOf(own, productId)),
      url,
    };
  });
}

async function contentOf(tx: Transaction, productId: string): Promise<ReleaseContent | null> {
  const found = await releasedContent(tx, productId);
  if (found === null) return null;
  return {
    bytes: found.bytes,
    data: readOpenData(found.bytes),
    document: found.document as OfficialDocument,
    files: await releasedFiles(tx, productId),
  };
}
