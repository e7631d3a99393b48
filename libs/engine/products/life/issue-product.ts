import { createHash } from 'node:crypto';
import type { Outcome } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import {
  documentNumberText,
  issuedBody,
  writeDocx,
  writePdf,
  type DocumentNumber,
  type OfficialDocument,
} from '#official';
import { insertProductFile, takeNoticeNumber, type ProductRead, type Transaction } from '#persistence';
import { productKind, type ProductKindCode } from '#products';
import type { EngineContext } from '../../engine-context.js';
import { refuseUnlessFinal } from '../../scoring/assessment/refuse-unless-final.js';
import { releaseIssued } from '../../publication/release-product.js';
import { atProduct, takeStep, type AtProduct, type ProductCommand } from './at-product.js';
import { deliverProduct } from './deliver-product.js';
import { fulfilItsDuty } from './fulfil-its-duty.js';
import { signedForIssue } from './issuers-of.js';
import { organOf } from './organ-of.js';
import { makerOf } from './product-acts.js';

/**
 * Issues a reviewed draft, all in one transaction: the next number of its series and year (without a gap: a transaction that
 * fails takes none), its date, the files as exact bytes with their hashes, to whom it goes, and the duty that it fulfils.
 * What it says is what was reviewed; figures are frozen with it.
 */
export const issueProduct = (
  context: EngineContext,
  command: ProductCommand & {
    /** Only to see whether it can be done: no file is written, and whoever asks rolls the rest back. */
    trial?: boolean;
    /** Of a publication: who issues it knows that it shows the public no task at all. */
    publishEmpty?: boolean;
  },
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'issue', async (at) => {
    const { tx, product, now } = at;
    const early = await refuseUnlessFinal(tx, product);
    if (early) return early;
    const number = await numberOf(at);
    const signer = await nameOfPerson(tx, command.actor.personId);
    const document = issued(signedForIssue(product.document as OfficialDocument, signer), number, now);
    const printed = number === null ? null : documentNumberText(number);
    await takeStep(at, command.actor, {
      step: { state: 'issued', document, issued: { at: now, by: command.actor.personId, number: printed } },
      keep: 'issued',
      action: 'productIssued',
      details: { number: printed, files: command.trial === true ? [] : await keepFiles(at, document) },
    });
    const released = await releaseIssued(context, at, document, command.publishEmpty === true);
    if (!released.ok) return released;
    await deliverProduct(at, document, printed);
    context.fault('products.issued');
    return fulfilItsDuty(context, tx, { ...product, number: printed }, command.actor);
  });

async function numberOf(at: AtProduct): Promise<DocumentNumber | null> {
  const series = seriesOf(at);
  return series && { ...series, serial: await takeNoticeNumber(at.tx, series.organ, series.year) };
}

/** The series that its number is of; null: it has none. */
export function seriesOf({
  product,
  policy,
  place,
  now,
}: Pick<AtProduct, 'product' | 'policy' | 'place' | 'now'>): Omit<DocumentNumber, 'serial'> | null {
  const { series } = productKind(product.kind as ProductKindCode);
  const maker = makerOf(product.kind as ProductKindCode, product.scopeKind);
  if (series === null || maker === null) return null;
  return {
    organ: `${organOf(policy.products, maker, place.actionCode)}${series}`,
    year: Number(civilDateOf(now).slice(0, 4)),
  };
}

/** Who signs for issue, by name. */
async function nameOfPerson(tx: Transaction, personId: string | null): Promise<string> {
  const [person] = await tx.query<{ name: string }>('select name from person where id = $1', [personId]);
  return person?.name ?? '';
}

/** The document as it goes out: numbered, dated, no mark of who wrote which word. */
function issued(draft: OfficialDocument, number: DocumentNumber | null, at: Instant): OfficialDocument {
  const date = civilDateOf(at);
  return {
    ...draft,
    number,
    body: issuedBody(draft.body),
    annexes: draft.annexes.map((annex) => ({ ...annex, body: issuedBody(annex.body) })),
    signature: { ...draft.signature, date },
    foot: draft.foot === null ? null : { ...draft.foot, printedOn: date },
  };
}

async function keepFiles({ tx, product }: AtProduct, document: OfficialDocument): Promise<string[]> {
  const hashes: string[] = [];
  const files = [
    { format: 'docx', bytes: await writeDocx(document) },
    { format: 'pdf', bytes: await writePdf(document) },
  ] as const;
  for (const { format, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await insertProductFile(tx, { productId: product.id, format, sha256, size: bytes.byteLength, bytes });
    hashes.push(sha256);
  }
  return hashes;
}
