import { itemsIn, tagOf, type Day } from './day.js';

interface Block {
  kind: string;
  text: string;
}

/** Headquarters opens April's bulletin, changes a sentence, sees where a figure comes from, and reviews it. */
export async function products(day: Day): Promise<void> {
  const { to, planId } = day;
  const wanted = { kind: 'monthlyBulletin', planId, scopeKind: 'plan', scopeId: planId, period: '2024-04' };
  await to.record('produceProduct', 'hq', { body: wanted });
  const listed = await to.record('products', 'hq', {
    parameters: { kind: 'monthlyBulletin', sort: 'dueAt', limit: '5' },
  });
  const id = itemsIn(listed)[0]?.id ?? '';
  const parameters = { id };
  const product = await to.record('product', 'hq', { parameters });
  const blocks = (product['blocks'] ?? []) as Block[];
  const place = blocks.findIndex(({ kind, text }) => kind === 'paragraph' && text.includes('{{'));

  const edited = blocks.map((block, keep) =>
    keep === place ? { instead: keep, level: 0, text: `${block.text}请各单位对照抓好落实。` } : { keep },
  );
  const changed = await to.record('editProduct', 'hq', {
    parameters,
    body: { blocks: edited },
    etag: tagOf(product),
  });
  await to.record('productVersion', 'hq', { parameters: { id, version: '1' } });
  await to.record('productFigures', 'hq', { parameters });
  await to.record('productFigure', 'hq', { parameters: { id, name: 'tasks.total', limit: '20' } });
  await to.record('issuePreview', 'hq', { parameters });
  await to.record('actOnProduct', 'hq', {
    parameters: { id, action: 'review' },
    body: {},
    etag: tagOf(changed),
  });
}
