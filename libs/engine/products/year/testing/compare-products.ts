import type { Client } from 'pg';
import type { OfficialDocument } from '#official';
import type { ProductRead } from '#persistence';
import { comparePictures, compareScores, type ComparedPictures } from './compare-pictures.js';
import { figuresOfDocument, says } from './figures-of-document.js';
import { recountCase, recountMeeting } from './recount-matters.js';
import { recountPeriod, type RecountedPeriod, type Wanted } from './recount-period.js';
import { recountScores } from './recount-scores.js';

export interface Compared {
  /** How many figures were held against SQL. */
  figures: number;
  /** Of these, how many stand in charts. */
  drawn: number;
  byKind: Record<string, { products: number; figures: number }>;
  /** Every figure that SQL gives otherwise, or does not know. */
  wrong: string[];
}

type Find = (name: string) => Wanted | undefined;

/** Holds every figure that stands in these products against what SQL finds; a figure that SQL does not know is wrong too. */
export async function wrongFigures(
  owner: Client,
  planId: string,
  products: readonly ProductRead[],
): Promise<Compared> {
  const compared: Compared = { figures: 0, drawn: 0, byKind: {}, wrong: [] };
  const periods = new Map<string, RecountedPeriod>();
  const periodOf = async (key: string): Promise<RecountedPeriod> => {
    const known = periods.get(key) ?? (await recountPeriod(owner, planId, key));
    periods.set(key, known);
    return known;
  };
  for (const product of products) {
    const find = await finder(owner, product, periodOf);
    const tally = (compared.byKind[`${product.kind}/${product.scopeKind}`] ??= { products: 0, figures: 0 });
    tally.products += 1;
    for (const { source, text } of figuresOfDocument(product.document as OfficialDocument)) {
      tally.figures += 1;
      compared.figures += 1;
      const wanted = find(source);
      if (wanted === undefined || !says(text, wanted))
        compared.wrong.push(
          `${product.kind} ${product.scopeKind} ${product.period} ${source}: ${text}, SQL: ${wanted === undefined ? 'no such figure' : (wanted.printed ?? wanted.value)}`,
        );
    }
    const pictures = await picturesOf(owner, product, periodOf);
    compared.figures += pictures.figures;
    compared.drawn += pictures.figures;
    tally.figures += pictures.figures;
    compared.wrong.push(
      ...pictures.wrong.map((words) => `${product.kind} ${product.scopeKind} ${product.period}: ${words}`),
    );
  }
  return compared;
}

/** What its charts draw, held against SQL. */
async function picturesOf(
  owner: Client,
  product: ProductRead,
  periodOf: (key: string) => Promise<RecountedPeriod>,
): Promise<ComparedPictures> {
  const { kind, scopeKind, scopeId, period } = product;
  const document = product.document as OfficialDocument;
  if (kind === 'annualAssessment') return compareScores(document, await recountScores(owner, product));
  if (kind === 'specialReport' || kind === 'meetingMinutes') return comparePictures({ kind, document }, []);
  const found = await periodOf(period);
  return comparePictures({ kind, document }, found.drawn(scopeKind === 'action' ? scopeId : null));
}

async function finder(
  owner: Client,
  product: ProductRead,
  periodOf: (key: string) => Promise<RecountedPeriod>,
): Promise<Find> {
  const { kind, scopeKind, scopeId, period, figuresAt } = product;
  const from =
    (found: Map<string, Wanted>): Find =>
    (name) =>
      found.get(name);
  if (kind === 'specialReport') return from(await recountCase(owner, scopeId, figuresAt));
  if (kind === 'meetingMinutes') return from(await recountMeeting(owner, scopeId));
  if (kind === 'annualAssessment') return from(await recountScores(owner, product));
  const found = await periodOf(period);
  return (name) => found.find(scopeKind === 'action' ? scopeId : null, name);
}
