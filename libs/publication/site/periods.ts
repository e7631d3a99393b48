import type { Release } from './public-site.types.js';
import { slug } from './html.js';

/** One plan's or action's period, with all editions that there were of it, the first one first. */
export interface PublishedPeriod {
  /** The folder of its page, without a slash at its end. */
  readonly folder: string;
  readonly planCode: string;
  readonly scopeCode: string | null;
  readonly period: string;
  readonly editions: readonly Release[];
  /**
   * The edition that holds: the last one that was released. Where that was withdrawn nothing does: an earlier one, which it
   * had put right, does not come back by that.
   */
  readonly last: Release;
}

export const isPublished = ({ last }: PublishedPeriod): boolean => last.withdrawnAt === null;

/** What became of an edition. */
export type EditionState = 'current' | 'corrected' | 'withdrawn';

export const stateOf = (release: Release, { last }: PublishedPeriod): EditionState =>
  release.withdrawnAt !== null ? 'withdrawn' : release.productId === last.productId ? 'current' : 'corrected';

export const planFolder = (planCode: string): string => `plans/${slug(planCode)}`;

/** Where the page of a period is, from the root of its division's site. */
export const publicationFolder = ({
  planCode,
  scopeCode,
  period,
}: Pick<PublishedPeriod, 'planCode' | 'scopeCode' | 'period'>): string =>
  `${planFolder(planCode)}${scopeCode === null ? '' : `/actions/${slug(scopeCode)}`}/${slug(period)}`;

/** The releases by what they are about: plans by code, whole plans before their actions, the newest period first. */
export function publishedPeriods(releases: readonly Release[]): PublishedPeriod[] {
  const groups = new Map<string, Release[]>();
  for (const release of releases) {
    const { planCode, scopeCode, period } = release;
    const key = JSON.stringify([planCode, scopeCode, period]);
    groups.set(key, [...(groups.get(key) ?? []), release]);
  }
  return [...groups.values()]
    .map((group): PublishedPeriod => {
      const editions = group.toSorted((a, b) => a.edition - b.edition);
      const last = editions.at(-1);
      if (!last) throw new Error('a period without an edition');
      const { planCode, scopeCode, period } = last;
      const folder = publicationFolder({ planCode, scopeCode, period });
      return { folder, planCode, scopeCode, period, editions, last };
    })
    .toSorted(
      (a, b) =>
        compare(a.planCode, b.planCode) ||
        compare(a.scopeCode ?? '', b.scopeCode ?? '') ||
        compare(b.period, a.period),
    );
}

/** By code points: the same on every machine, whatever its language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What happened on the site, the latest first. */
export interface SiteEvent {
  readonly kind: 'released' | 'corrected' | 'withdrawn';
  readonly at: string;
  readonly release: Release;
  readonly period: PublishedPeriod;
}

export const siteEvents = (periods: readonly PublishedPeriod[]): SiteEvent[] =>
  periods
    .flatMap((period) =>
      period.editions.flatMap((release): SiteEvent[] => [
        { kind: release.edition > 1 ? 'corrected' : 'released', at: release.releasedAt, release, period },
        ...(release.withdrawnAt === null
          ? []
          : [{ kind: 'withdrawn' as const, at: release.withdrawnAt, release, period }]),
      ]),
    )
    .toSorted((a, b) => compare(b.at, a.at) || compare(a.period.folder, b.period.folder));

export const EVENT_WORDS: Readonly<Record<SiteEvent['kind'], string>> = {
  released: '发布',
  corrected: '更正',
  withdrawn: '撤回',
};
