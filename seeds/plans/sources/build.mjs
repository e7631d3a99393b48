#!/usr/bin/env node
// Makes a bundled plan from the published text: node seeds/plans/sources/build.mjs SOURCE.txt FACTS.yaml > seeds/plans/NAME.yaml
// Needs a build (npm run build). FACTS.yaml holds the id, the jurisdiction and our labels for tasks without a title.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decodeText, extractPlan, sourceHash, toPlanSeed, writePlanSeed } from '#plan';

const [sourceFile, factsFile] = process.argv.slice(2);
if (!factsFile) {
  console.error('usage: node seeds/plans/sources/build.mjs SOURCE.txt FACTS.yaml');
  process.exit(2);
}
const bytes = readFileSync(sourceFile);
const text = decodeText(bytes);
const facts = { ...parse(readFileSync(factsFile, 'utf8')), sourceHash: sourceHash(bytes), sourceLength: [...text].length };
process.stdout.write(writePlanSeed(toPlanSeed(extractPlan(text), facts), facts.comment ?? ' The plan as data, without its sentences. Made by seeds/plans/sources/build.mjs; places are code points of the source.'));
