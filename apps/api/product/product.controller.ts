import { Controller, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { PRODUCT_LIST, type ProductAction, type ProductSummary, type ProductView } from '#contract';
import {
  abandonProduct,
  acknowledgeProduct,
  correctProduct,
  editProduct,
  issueProduct,
  placeOfProduct,
  produceProduct,
  productActs,
  refreshProduct,
  returnProduct,
  reviewProduct,
  withdrawProduct,
  type ProductAct,
  type ProductCommand,
} from '#engine';
import { fileDisposition } from '#export';
import {
  productById,
  productDeliveries,
  productFileBytes,
  productFiles,
  PRODUCTS,
  productVersions,
  type ProductRead,
  type ProductRowRead,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, refuseStale, VersionSeen } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { actsInList } from './acts-in-list.js';
import { productRules } from './product-rules.js';
import { drawnPictures, type OfficialDocument } from '#official';
import { productSummary, productView, type Around } from './product.view.js';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** 产品: drafted, edited, reviewed, issued with their files, withdrawn, corrected, acknowledged. */
@Controller()
export class ProductController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('products')
  products(
    @Input() { query }: InputOf<'products'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: ProductSummary[]; total: number | null; nextCursor: string | null }>> {
    return out.give('products', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const given = { person: who.personId };
        const found = await listPage<ProductRowRead>(tx, PRODUCT_LIST, PRODUCTS, page, given);
        const rules = await productRules(this.context, tx);
        const items = found.rows.map((row) =>
          productSummary(row, { ...row, acts: actsInList(who, row, rules) }),
        );
        return { items, total: await found.total(), nextCursor: found.nextCursor };
      }),
    );
  }

  @Endpoint('produceProduct')
  async produce(
    @Input() { body }: InputOf<'produceProduct'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProductView> {
    const { jurisdictionId, actor } = who;
    const made = valueOf(
      await produceProduct(this.context.engine.context, { ...body, jurisdictionId, actor }),
    );
    return this.answer(who, made, response);
  }

  @Endpoint('product')
  async product(
    @Input() { params }: InputOf<'product'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProductView> {
    const product = await this.visible(who, params.id);
    const answer = await this.answer(who, product, response);
    // Who may take it further reads it now, and issues it in a moment.
    if (answer.allowedActions.some(({ action }) => action === 'review' || action === 'issue'))
      this.context.prepareToWrite(product.document as OfficialDocument);
    return answer;
  }

  @Endpoint('editProduct')
  async edit(
    @Input() { params, body }: InputOf<'editProduct'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProductView> {
    const command = await this.command(who, params.id, seen);
    const edited = valueOf(await editProduct(this.context.engine.context, { ...command, ...body }));
    return this.answer(who, edited, response);
  }

  @Endpoint('actOnProduct')
  async act(
    @Input() { params, body }: InputOf<'actOnProduct'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProductView> {
    const command = await this.command(who, params.id, seen);
    const done = await this.step(params.action, command, body);
    return this.answer(who, done, response);
  }

  @Endpoint('productFile')
  async file(
    @Input() { params }: InputOf<'productFile'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const product = await this.visible(who, params.id);
    const bytes = await seenBy(this.context, who, (tx) => productFileBytes(tx, params.id, params.format));
    if (bytes === null) throw problem('NotFound');
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(bytes, {
      type: MEDIA_TYPES[params.format],
      disposition: fileDisposition(`${product.title}.${params.format}`, `product.${params.format}`),
      length: bytes.length,
    });
  }

  private async step(
    action: ProductAction,
    command: ProductCommand,
    { reason = '', publishEmpty = false }: InputOf<'actOnProduct'>['body'],
  ): Promise<ProductRead> {
    const engine = this.context.engine.context;
    const steps: Record<ProductAction, () => ReturnType<typeof reviewProduct>> = {
      refresh: () => refreshProduct(engine, command),
      review: () => reviewProduct(engine, command),
      return: () => returnProduct(engine, command),
      issue: () => issueProduct(engine, { ...command, publishEmpty }),
      withdraw: () => withdrawProduct(engine, { ...command, reason }),
      correct: () => correctProduct(engine, command),
      abandon: () => abandonProduct(engine, command),
      acknowledge: () => acknowledgeProduct(engine, command),
    };
    return valueOf(await steps[action]());
  }

  /** As this person may see it: a draft is not there for a unit. */
  private async visible(who: Who, id: string): Promise<ProductRead> {
    const found = await seenBy(this.context, who, (tx) => productById(tx, id));
    if (found === null) throw problem('NotFound');
    return found;
  }

  private async command(who: Who, productId: string, seen: number): Promise<ProductCommand> {
    refuseStale(seen, (await this.visible(who, productId)).version);
    const { jurisdictionId, actor } = who;
    return { jurisdictionId, actor, productId, expectedVersion: seen };
  }

  private async answer(who: Who, product: ProductRead, response: Response): Promise<ProductView> {
    response.set('ETag', etagOf(product.version));
    const around = await seenBy(this.context, who, async (tx): Promise<Around> => {
      const deliveries = await productDeliveries(tx, product.id);
      const place = await placeOfProduct(tx, product);
      const rules = await productRules(this.context, tx);
      const own = deliveries.find(({ personId }) => personId === who.actor.personId);
      const acts: ProductAct[] = productActs(who.actor, product, place, rules);
      return {
        files: await productFiles(tx, product.id),
        versions: await productVersions(tx, product.id),
        deliveries,
        acts:
          own !== undefined && own.acknowledgedAt === null && product.state === 'issued'
            ? ['acknowledge', ...acts]
            : acts,
      };
    });
    const document = await drawnPictures(product.document as OfficialDocument);
    return productView({ ...product, document }, around);
  }
}
