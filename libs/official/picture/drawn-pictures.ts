import type { Block, Picture } from '../model/block.js';
import type { OfficialDocument } from '../model/official-document.js';
import { drawChart } from './draw-chart.js';

/**
 * The document with its charts drawn. What is kept of a product are the figures of its charts, which do not change once it is issued;
 * its files have the drawings as they went out.
 */
export async function drawnPictures(document: OfficialDocument): Promise<OfficialDocument> {
  const { body, annexes } = document;
  if (![body, ...annexes.map((annex) => annex.body)].flat().some(isUndrawn)) return document;
  const drawnAnnexes = [];
  for (const annex of annexes) drawnAnnexes.push({ ...annex, body: await drawnBlocks(annex.body) });
  return { ...document, body: await drawnBlocks(body), annexes: drawnAnnexes };
}

type Undrawn = Picture & Required<Pick<Picture, 'chart'>>;

const isUndrawn = (block: Block): block is Undrawn => block.kind === 'picture' && block.chart !== undefined;

async function drawnBlocks(blocks: readonly Block[]): Promise<Block[]> {
  const drawn: Block[] = [];
  for (const block of blocks) drawn.push(isUndrawn(block) ? await drawnPicture(block) : block);
  return drawn;
}

/** The drawings of the last documents: one is written as .docx and as PDF, and looked at again and again. */
const recent = new Map<string, string>();
const MOST_RECENT = 40;

async function drawnPicture({ chart, ...picture }: Undrawn): Promise<Picture> {
  const key = JSON.stringify(chart);
  const svg = recent.get(key) ?? (await drawChart(chart));
  recent.delete(key);
  recent.set(key, svg);
  const [oldest] = recent.keys();
  if (recent.size > MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  return { ...picture, svg };
}
