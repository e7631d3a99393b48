import type { BrowserContext } from 'playwright-core';

/** What a page did that no text may make it do. */
export interface ScriptWitness {
  /** Scripts that ran, dialogs, requests that a text asked for, violations of the security policy, each once. */
  readonly seen: Set<string>;
}

/** Watches every page of the context from its first byte. */
export async function watchForScripts(context: BrowserContext, own: string): Promise<ScriptWitness> {
  const seen = new Set<string>();
  await context.exposeFunction('luoshiRan', (n: string) => void seen.add(`the text ${n} ran`));
  await context.exposeFunction('luoshiViolated', (what: string) => void seen.add(`violation: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile }) => {
        const told = (window as unknown as { luoshiViolated: (what: string) => void }).luoshiViolated;
        told(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile ?? ''}`);
      },
    );
  });
  context.on('dialog', (dialog) => {
    seen.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/\/ran-/.test(url) || !(url.startsWith(own) || url.startsWith('data:'))) seen.add(`request: ${url}`);
  });
  return { seen };
}
