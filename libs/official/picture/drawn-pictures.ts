import type { Block, Picture } from '../model/block.js';
import type { OfficialDocument } from '../model/official-document.js';
import { drawChart } from './draw-chart.js';

/** The document with its charts drawn: from here on its pictures are what they are, whatever the data become. */
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

async function drawnPicture({ chart, ...picture }: Undrawn): Promise<Picture> {
  return { ...picture, svg: await drawChart(chart) };
}
