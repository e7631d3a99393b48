/** What tells one plan of a place from another. Left empty: the document does not say. */
export interface PlanIdentity {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedBy: string;
  readonly year: number;
}

/**
 * A plan that runs already and is the same document: by its number, or by title, issuer and year. Dispatched beside it,
 * every task would be there twice. A title that comes back every year is another plan's, each year's its own.
 */
export function runningTwin<P extends PlanIdentity>(plan: PlanIdentity, running: readonly P[]): P | null {
  const number = plain(plan.documentNumber);
  const [title, issuer] = [plain(plan.title), plain(plan.issuedBy)];
  const byNumber = (one: P): boolean => number !== '' && plain(one.documentNumber) === number;
  const byTitle = (one: P): boolean =>
    title !== '' &&
    issuer !== '' &&
    plain(one.title) === title &&
    plain(one.issuedBy) === issuer &&
    one.year === plan.year;
  return running.find(byNumber) ?? running.find(byTitle) ?? null;
}

/** As it is compared: 张武办〔2024〕3号 is also typed 张武办[2024] 3 号. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s《》]/gu, '')
    .replace(/[[({〔【]/gu, '(')
    .replace(/[\])}〕】]/gu, ')');
