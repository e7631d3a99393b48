import { refuse, type Outcome } from '#accountability';
import {
  editedBody,
  refreshedBody,
  type EditedBlock,
  type EditProblem,
  type OfficialDocument,
} from '#official';
import type { ProductRead } from '#persistence';
import type { ProductKindCode } from '#products';
import type { EngineContext } from '../../engine-context.js';
import { atProduct, takeStep, type ProductCommand } from './at-product.js';
import { writerOf } from './writers.js';

export interface EditProductCommand extends ProductCommand {
  title?: string | undefined;
  blocks: readonly EditedBlock[];
}

const WRONG: Readonly<Record<EditProblem['code'], (words: string) => string>> = {
  NoSuchBlock: (words) => `原稿没有第${Number(words) + 1}段`,
  BlockTwice: (words) => `原稿第${Number(words) + 1}段用了两次`,
  UnknownFigure: (words) => `原稿没有名为“${words}”的数字`,
  EmptyBlock: () => '这一段没有文字；不要的段落请整段去掉',
  NotWords: (words) => `“${words}”是图表，只能保留或整个去掉`,
};

/**
 * A person changes the words of a draft; figures go on following the data, and what was written is marked.
 * Refused besides: InputInvalid, with every block that cannot be taken.
 */
export const editProduct = (
  context: EngineContext,
  command: EditProductCommand,
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'edit', async (at) => {
    const document = at.product.document as OfficialDocument;
    const { body, problems } = editedBody(document.body, command.blocks);
    if (problems.length > 0) {
      const issues = problems.map((one) => ({
        path: `blocks.${one.at}`,
        message: `第${one.at + 1}段：${WRONG[one.code](one.words)}`,
      }));
      return refuse('InputInvalid', `${issues.map(({ message }) => message).join('；')}。`, {
        field: issues[0]?.path ?? '',
        issues,
      });
    }
    const title = command.title?.trim() ?? document.title;
    await takeStep(at, command.actor, {
      step: { title, document: { ...document, title, body } },
      keep: 'edited',
      action: 'productEdited',
    });
    return { ok: true, value: null };
  });

/** The draft after what the record says now: figures follow, words that a person wrote stay. Refused besides: NothingToReport. */
export const refreshProduct = (
  context: EngineContext,
  command: ProductCommand,
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'refresh', async (at) => {
    const { tx, product, now } = at;
    const wanted = {
      ...product,
      kind: product.kind as ProductKindCode,
      byAllThatIsKnown: product.edition > 1,
      ...(product.edition > 1 && { corrects: product.edition - 1 }),
    };
    const text = await writerOf(wanted.kind)?.(context, tx, wanted);
    if (!text) return refuse('NothingToReport', '这一期没有可以写的内容。');
    const document = product.document as OfficialDocument;
    const { body, gone } = refreshedBody(document.body, text.document.body);
    await takeStep(at, command.actor, {
      step: {
        document: { ...text.document, title: document.title, body },
        figures: text.figures,
        figuresAt: now,
      },
      keep: 'refreshed',
      action: 'productRefreshed',
      details: { gone },
    });
    return { ok: true, value: null };
  });

export const reviewProduct = (
  context: EngineContext,
  command: ProductCommand,
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'review', async (at) => {
    await takeStep(at, command.actor, {
      step: { state: 'reviewed', reviewed: { at: at.now, by: command.actor.personId } },
      keep: 'reviewed',
      action: 'productReviewed',
    });
    return { ok: true, value: null };
  });

/** A reviewed draft goes back to be changed. */
export const returnProduct = (
  context: EngineContext,
  command: ProductCommand,
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'return', async (at) => {
    await takeStep(at, command.actor, {
      step: { state: 'draft', reviewed: null },
      keep: 'returned',
      action: 'productReturned',
    });
    return { ok: true, value: null };
  });

/** A draft that is not wanted; it stays on the record. */
export const abandonProduct = (
  context: EngineContext,
  command: ProductCommand,
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'abandon', async (at) => {
    await takeStep(at, command.actor, { step: { state: 'abandoned' }, action: 'productAbandoned' });
    return { ok: true, value: null };
  });
