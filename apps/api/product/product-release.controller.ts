import { createHash } from 'node:crypto';
import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { PublicationRules } from '#accountability';
import type { ProductRelease } from '#contract';
import { mayMake, placeOfProduct, previewRelease, type ReleasePreview } from '#engine';
import type { OfficialDocument } from '#official';
import { productById, type ProductRead } from '#persistence';
import type { ProductKindCode } from '#products';
import { previewPage, PREVIEW_STYLE } from '#publication';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

/** 公开: what the public would see of a publication, for the office that issues it. */
@Controller()
export class ProductReleaseController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('productRelease')
  async release(
    @Input() { params }: InputOf<'productRelease'>,
    @Requester() who: Who,
  ): Promise<ProductRelease> {
    const { preview } = await this.preview(who, params.id);
    const { enabled, release, path, data, faults, names } = preview;
    return {
      enabled,
      state: release === null ? 'notReleased' : release.withdrawnAt === null ? 'released' : 'withdrawn',
      releasedAt: release?.releasedAt ?? null,
      withdrawn:
        release?.withdrawnAt == null
          ? null
          : { at: release.withdrawnAt, reason: release.withdrawnReason ?? '' },
      path: `/public/${path}`,
      tasks: data.tasks.length,
      shows: SHOWN.map(({ rule, what }) => ({ what, shown: preview.rules[rule] })),
      faults,
      mentions: names,
      noLongerTrue: preview.noLongerTrue,
    };
  }

  @Endpoint('productReleasePage')
  async page(
    @Input() { params }: InputOf<'productReleasePage'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { preview, product } = await this.preview(who, params.id);
    response.set('Content-Security-Policy', POLICY).type('html');
    return previewPage(preview.data, product.document as OfficialDocument);
  }

  private async preview(who: Who, id: string): Promise<{ preview: ReleasePreview; product: ProductRead }> {
    const product = await seenBy(this.context, who, (tx) => productById(tx, id));
    if (product === null) throw problem('NotFound');
    return seenBy(this.context, who, async (tx) => {
      const place = await placeOfProduct(tx, product);
      if (!mayMake(who.actor, product.kind as ProductKindCode, product.scopeKind, place))
        throw problem('NotPermitted');
      const preview = await previewRelease(this.context.engine.context, tx, product);
      if (preview === null) throw problem('NotFound', '只有公示向社会公开；这份产品不公开。');
      return { preview, product };
    });
  }
}

/** The page runs nothing, loads nothing, leads nowhere. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PREVIEW_STYLE).digest('base64')}'`,
  'img-src data:',
  "frame-ancestors 'none'",
  'sandbox',
].join('; ');

type Shown = 'titles' | 'units' | 'progress' | 'schedule' | 'indicators' | 'tenDays' | 'addedTasks';

const SHOWN: readonly { rule: Shown & keyof PublicationRules; what: string }[] = [
  { rule: 'titles', what: '任务名称' },
  { rule: 'units', what: '牵头单位' },
  { rule: 'progress', what: '经核实的进度' },
  { rule: 'schedule', what: '是否达到序时进度' },
  { rule: 'indicators', what: '指标及经核实的读数' },
  { rule: 'tenDays', what: '各旬末数量' },
  { rule: 'addedTasks', what: '方案原文之外的任务' },
];
