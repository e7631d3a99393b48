import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import type { Extraction } from '#plan';

/** What is settled about a document as a whole. */
export interface ReviewFacts {
  /** The short name that the plan's tasks keep for good: lower-case letters, digits, hyphens. */
  planCode: string;
  title: string;
  documentNumber: string;
  issuedBy: string;
  issuedOn: CivilDate | null;
  year: number;
}

/**
 * The facts as the document says them; where it says nothing, what can be made of the file's name and the day of the
 * upload. The person corrects them.
 */
export async function firstFacts(
  { document }: Extraction,
  file: { fileName: string; sha256: string; at: Instant },
  isTaken: (planCode: string) => Promise<boolean>,
): Promise<ReviewFacts> {
  const stem = file.fileName.replace(/\.[^.]{1,8}$/, '').trim();
  const title = [document.title, stem].find((name) => [...name.trim()].length >= 2) ?? '未命名方案';
  const year = inRange(document.year) ? document.year : Number(civilDateOf(file.at).slice(0, 4));
  const slug = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  const base = slug.length >= 4 ? slug : `plan-${year}-${file.sha256.slice(0, 6)}`;
  let planCode = base;
  for (let n = 2; await isTaken(planCode); n += 1) planCode = `${base}-${n}`;
  return {
    planCode,
    title: cut(title, 200),
    documentNumber: cut(document.documentNumber, 60),
    issuedBy: cut(document.issuedBy, 100),
    issuedOn: document.issuedOn === '' ? null : document.issuedOn,
    year,
  };
}

const inRange = (year: number): boolean => year >= 2000 && year <= 2100;

const cut = (text: string, longest: number): string => text.trim().slice(0, longest).trim();
