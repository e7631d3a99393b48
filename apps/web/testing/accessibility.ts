import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

let source: Promise<string> | null = null;
const axe = (): Promise<string> =>
  (source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

/** What axe finds wrong on the page as it stands, each with the first place of it. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Past the page's own security policy, which rightly lets no script in.
  await page.evaluate(await axe());
  const violations = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run: (on: Document, options: object) => Promise<{ violations: Violation[] }> };
    };
    return (await tool.run(document, { resultTypes: ['violations'] })).violations;
  });
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact ?? ''}) ${nodes.length}× ${nodes[0]?.html ?? ''}`,
  );
}
