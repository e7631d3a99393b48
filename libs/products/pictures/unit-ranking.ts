import type { RankingRow } from '#charts';
import type { Picture } from '#official';
import { unitPlaces } from '../documents/ranking.js';
import type { Writing } from '../documents/writing.js';
import { dueIn, onTimeRate } from '../facts/tally-filings.js';
import { ranked } from '../sentences/ranked.js';
import { picturesOf } from './picture-of.js';

/** Units by the share of their reports on time, and where they stood in the period before; one alone is no ranking. */
export function unitRankingPictures(writing: Writing): Picture[] {
  const rows = rankingRowsOf(writing);
  if (rows.length < 2) return [];
  return picturesOf('各牵头单位填报按时率排名及升降', {
    kind: 'ranking',
    measure: '填报按时率',
    unit: '%',
    counted: '个单位',
    full: 100,
    rows,
  });
}

/** In the order of their places. */
export function rankingRowsOf(writing: Writing): RankingRow[] {
  const before = placesBefore(writing);
  return unitPlaces(writing).map(({ of: { id }, place }) => ({
    name: writing.book.fact(`unit.${id}.name`).printed,
    value: writing.book.count(`unit.${id}.filings.rate`),
    place,
    ...(before === null ? {} : { before: before.get(id) ?? null }),
  }));
}

/** The places of the period before, among those that owed a report then; null: there was no such period, or nothing fell due in it. */
function placesBefore({ facts: { record, before } }: Writing): ReadonlyMap<string, number> | null {
  if (before === null) return null;
  const due = dueIn(record.filings, before);
  const owing = record.units.filter(({ id }) => due.some(({ unitId }) => unitId === id));
  if (owing.length === 0) return null;
  const places = ranked(owing, ({ id }) => onTimeRate(due.filter(({ unitId }) => unitId === id)));
  return new Map(places.map(({ of, place }) => [of.id, place]));
}
