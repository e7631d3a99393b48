import { createHash } from 'node:crypto';
import { Controller, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  FIGURE_SOURCES,
  ROLE_LABELS,
  type FigureSource,
  type IssuePreview,
  type ProductFigure,
  type ProductFigures,
  type ProductVersionView,
} from '#contract';
import { mayMake, placeOfProduct, previewIssue, wallChartsOf } from '#engine';
import { fileDisposition } from '#export';
import { drawnPictures, PAGE_STYLE, writeHtml, writeSheetsPdf, type OfficialDocument } from '#official';
import { figureSources, productById, productVersion, type ProductRead } from '#persistence';
import type { ProductKindCode } from '#products';
import { ApiContext } from '../api-dependencies.js';
import { cursorOf, markOf } from '../http/cursor.js';
import { Endpoint } from '../http/endpoint.js';
import { escaped } from '../http/escaped.js';
import { etagOf } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { figureRow } from './figure.view.js';
import { productVersionView } from './product.view.js';

/** A figure as a product keeps it. */
const figuresSchema = z.record(
  z.string(),
  z.object({
    value: z.union([z.number(), z.string()]),
    printed: z.string(),
    of: z.array(z.object({ kind: z.string(), id: z.string() })),
  }),
);
type Kept = z.infer<typeof figuresSchema>[string];

/** What stands behind a product: its figures and what they were counted from, its versions, what its issue would do, its page. */
@Controller()
export class ProductBehindController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('productFigures')
  async figures(
    @Input() { params }: InputOf<'productFigures'>,
    @Requester() who: Who,
  ): Promise<ProductFigures> {
    const product = await this.visible(who, params.id);
    const items = Object.entries(figuresIn(product)).map(([name, kept]) => figureOf(name, kept));
    return { figuresAt: product.figuresAt, frozen: isFrozen(product), items };
  }

  @Endpoint('productFigure')
  async figure(
    @Input() { params, query }: InputOf<'productFigure'>,
    @Requester() who: Who,
  ): Promise<ProductFigure> {
    const product = await this.visible(who, params.id);
    const figures = figuresIn(product);
    const kept = Object.hasOwn(figures, params.name) ? figures[params.name] : undefined;
    if (kept === undefined) throw problem('NotFound', '这份产品里没有这个数字；它可能已随数据更新去掉。');
    const of = `${params.id}/${params.name}`;
    const mark = markOf(z.object({ of: z.literal(of), from: z.int().min(0) }), query.cursor);
    const offset = mark?.from ?? 0;
    const rows = await seenBy(this.context, who, (tx) =>
      figureSources(tx, kept.of, { limit: query.limit, offset }),
    );
    const total = rows[0]?.total ?? 0;
    const next = offset + rows.length;
    return {
      ...figureOf(params.name, kept),
      figuresAt: product.figuresAt,
      frozen: isFrozen(product),
      items: rows.map(figureRow),
      total,
      nextCursor: next < total ? cursorOf({ of, from: next }) : null,
    };
  }

  @Endpoint('productVersion')
  async version(
    @Input() { params }: InputOf<'productVersion'>,
    @Requester() who: Who,
  ): Promise<ProductVersionView> {
    const row = await seenBy(this.context, who, (tx) => productVersion(tx, params.id, params.version));
    if (row === null) throw problem('NotFound');
    return productVersionView({
      ...row,
      document: await drawnPictures(row.document as OfficialDocument),
    });
  }

  @Endpoint('issuePreview')
  async preview(@Input() { params }: InputOf<'issuePreview'>, @Requester() who: Who): Promise<IssuePreview> {
    const product = await this.visible(who, params.id);
    const kind = product.kind as ProductKindCode;
    const seen = await seenBy(this.context, who, async (tx) => {
      const place = await placeOfProduct(tx, product);
      if (!mayMake(who.actor, kind, product.scopeKind, place)) throw problem('NotPermitted');
      const { roles, ...preview } = await previewIssue(this.context.engine.context, tx, product);
      const named = roles.map(({ role, people }) => ({ label: ROLE_LABELS[role], people }));
      return { ...preview, kind, roles: named, fulfilsDuty: product.obligationId !== null };
    });
    this.context.prepareToWrite(product.document as OfficialDocument);
    return seen;
  }

  @Endpoint('productPage')
  async page(
    @Input() { params }: InputOf<'productPage'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const product = await this.visible(who, params.id);
    response.set('Content-Security-Policy', PAGE_POLICY).set('ETag', etagOf(product.version)).type('html');
    const title = escaped(product.title);
    const written = writeHtml(await drawnPictures(product.document as OfficialDocument));
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${PAGE_STYLE}</style></head><body><main>${written}</main></body></html>`;
  }

  @Endpoint('productWallCharts')
  async wallCharts(
    @Input() { params }: InputOf<'productWallCharts'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const product = await this.visible(who, params.id);
    // Who may see the bulletin may see its sheets; they are drawn from the whole record, like it.
    const sheets = await this.context.database.transaction({ jurisdictionId: who.jurisdictionId }, (tx) =>
      wallChartsOf(this.context.engine.context, tx, product),
    );
    if (sheets === null)
      throw problem('NotFound', '这份产品没有挂图：方案或行动的调度单、月通报和季讲评才有。');
    const title = `${product.title}（挂图）`;
    const bytes = await writeSheetsPdf(sheets, { title, on: product.figuresAt });
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: fileDisposition(`${title}.pdf`, 'wall-charts.pdf'),
      length: bytes.length,
    });
  }

  /** As this person may see it: a draft is not there for a unit. */
  private async visible(who: Who, id: string): Promise<ProductRead> {
    const found = await seenBy(this.context, who, (tx) => productById(tx, id));
    if (found === null) throw problem('NotFound');
    return found;
  }
}

/** The page runs nothing, asks for nothing, and has no look but the one that we wrote. */
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  'img-src data:',
  "frame-ancestors 'self'",
  'sandbox allow-modals',
].join('; ');

const figuresIn = (product: ProductRead): Record<string, Kept> => figuresSchema.parse(product.figures);

const isFrozen = ({ state }: ProductRead): boolean => state === 'issued' || state === 'withdrawn';

function figureOf(
  name: string,
  { value, printed, of }: Kept,
): Pick<ProductFigure, 'name' | 'value' | 'printed' | 'of'> {
  const counted = (Object.keys(FIGURE_SOURCES) as FigureSource[]).flatMap((kind) => {
    const count = of.filter((ref) => ref.kind === kind).length;
    return count === 0 ? [] : [{ kind, label: FIGURE_SOURCES[kind], count }];
  });
  return { name, value, printed, of: counted };
}
