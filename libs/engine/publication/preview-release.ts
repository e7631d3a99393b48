import type { PublicationRules } from '#accountability';
import type { OfficialDocument } from '#official';
import {
  noLongerTrueOf,
  releaseOf,
  type NoLongerTrueRow,
  type ProductRead,
  type ReleaseRead,
  type Transaction,
} from '#persistence';
import { namesIn, publicationFolder, type OpenData } from '#publication';
import type { EngineContext } from '../engine-context.js';
import { openDataNow } from './open-data-now.js';
import { faultText } from './release-product.js';

/** What the public would see of a publication, or sees. */
export interface ReleasePreview {
  /** Whether the rules release publications at all. */
  enabled: boolean;
  rules: PublicationRules;
  /** As it was released; null: not (yet). */
  release: ReleaseRead | null;
  /** Where its page is or would be, from the root of the public site. */
  path: string;
  data: OpenData;
  /** What keeps it from being released, in words. */
  faults: string[];
  /** Names of people of the record that stand in the text: to be looked at. */
  names: string[];
  /** What it shows as verified and is so no more. */
  noLongerTrue: NoLongerTrueRow[];
}

/** Null where the product is no publication, or about nothing that could be published. */
export async function previewRelease(
  context: EngineContext,
  tx: Transaction,
  product: ProductRead,
): Promise<ReleasePreview | null> {
  if (product.kind !== 'publication') return null;
  const document = product.document as OfficialDocument;
  const releasable = await openDataNow(context, tx, product, document, context.clock.now());
  if (releasable === null) return null;
  const { rules, data, faults, actionCode } = releasable;
  const people = await tx.query<{ name: string }>('select name from person where jurisdiction_id = $1', [
    tx.scope.jurisdictionId,
  ]);
  const release = await releaseOf(tx, product.id);
  return {
    enabled: rules.enabled,
    rules,
    release,
    path: `${tx.scope.jurisdictionId}/${publicationFolder({ planCode: data.plan.code, scopeCode: actionCode, period: product.period })}/`,
    data,
    faults: faults.map(faultText),
    names: namesIn(
      document,
      people.map(({ name }) => name),
    ),
    noLongerTrue: await noLongerTrueOf(tx, product.id),
  };
}
