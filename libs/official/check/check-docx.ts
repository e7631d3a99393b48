import { checkBody } from './check-body.js';
import { checkFoot } from './check-foot.js';
import { checkHead } from './check-head.js';
import { checkPage, checkPageNumbers } from './check-page.js';
import { collector, type Finding } from './finding.js';
import { readParts } from './read-parts.js';
import { recognise } from './recognise.js';
import { survey } from './survey.js';

/**
 * Measures a `.docx` against the format: page, grid, typefaces, sizes, levels, number, date, page numbers, foot. What it does not
 * find in a document it does not judge. Throws `DocumentRefused`; for bytes of strangers call `checkDocument`.
 */
export function checkDocx(bytes: Uint8Array): Finding[] {
  const surveyed = survey(readParts(bytes));
  const recognised = recognise(surveyed);
  const { findings, report } = collector();
  checkPage(surveyed, recognised, report);
  checkHead(recognised, report);
  checkBody(surveyed, recognised, report);
  checkFoot(recognised, report);
  checkPageNumbers(surveyed, report);
  return findings;
}
