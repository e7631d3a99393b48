import { Parser } from 'htmlparser2';
import { BlockBuilder } from '../block-builder.js';
import type { DocumentBlock } from '../document-blocks.js';
import { isNeverRead } from './boilerplate.js';
import { surveyPage } from './survey-page.js';
import { tidyPage } from './tidy-page.js';

const BREAKS = new Set(
  'p div section article main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre center hr caption figure address ucapcontent'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * The paragraphs and tables of a government web page: the part that holds the document where the page says which or
 * nearly all of it stands in one, without menus, print links and scripts. Nothing is run or fetched.
 */
export function readHtml(html: string): DocumentBlock[] {
  const builder = new BlockBuilder();
  const { main, skipped, title } = surveyPage(html);
  let number = -1;
  let skipping = 0;
  let inMain = main === undefined ? 1 : 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      number += 1;
      const isVoid = VOID.has(name);
      const isMain = main?.has(number) === true;
      if (skipping > 0 || isNeverRead(name, attributes) || (skipped.has(number) && !isMain)) {
        if (!isVoid) skipping += 1;
        return;
      }
      if (inMain > 0 && main !== undefined && !isVoid) inMain += 1;
      else if (isMain && !isVoid) inMain = 1;
      if (inMain > 0) open(builder, name, attributes);
    },
    onclosetag: (name) => {
      if (VOID.has(name)) return;
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      if (inMain > 0) close(builder, name);
      if (inMain > 0 && main !== undefined) inMain -= 1;
    },
    ontext: (text) => {
      if (skipping === 0 && inMain > 0) builder.text(text.replace(/[ \t\r\n]+/g, ' '));
    },
  });
  parser.end(html);
  return tidyPage(builder.finish(), title);
}

function open(builder: BlockBuilder, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'br') builder.text('\n');
  else if (name === 'table') builder.openTable();
  else if (name === 'tr') builder.openRow();
  else if (name === 'td' || name === 'th') {
    const reach = (given: string | undefined): number => Math.min(1000, Math.max(1, Number(given) || 1));
    builder.openCell({
      columns: reach(attributes['colspan']),
      rows: reach(attributes['rowspan']),
      continues: false,
    });
  } else if (BREAKS.has(name)) builder.endParagraph();
}

function close(builder: BlockBuilder, name: string): void {
  if (name === 'table') builder.closeTable();
  else if (name === 'td' || name === 'th') builder.closeCell();
  else if (BREAKS.has(name)) builder.endParagraph();
}
