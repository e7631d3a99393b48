import type { ProductBlock, ProductCheck, ProductView } from '#contract';
import { Button } from 'antd';
import { useMemo, type CSSProperties } from 'react';
import { PenIcon } from '../components/icons.js';
import { language } from '../texts/language.js';
import { productText, marks } from '../texts/zh.js';
import { EditableBlock } from './editable-block.js';
import { isWords } from './editing.js';
import { PaperBlock } from './paper-block.js';
import './paper.css';
import type { Editing } from './use-editing.js';

interface PaperProps {
  product: ProductView;
  /** Absent: it is read only. */
  editing?: Editing | undefined;
  open?: string | undefined;
  onFigure: (name: string) => void;
}

/** A document is in the language that it was written in, also on a page in another one. */
const AS_WRITTEN = { lang: 'zh-CN' };

/** A product as it stands on paper, in the official format; a draft is changed where it stands. */
export function Paper({ product, editing, open, onFigure }: PaperProps) {
  const { paper, blocks, annexes } = product;
  const figures = useMemo(() => figuresOf(blocks), [blocks]);
  const draft = product.state === 'draft' || product.state === 'reviewed';
  const shown = { open, onFigure };
  return (
    <article
      className={`official official-${paper.form}${draft ? ' official-draft' : ''}${editing === undefined ? '' : ' official-editable'}`}
      aria-label={productText.paper}
      data-testid="paper"
    >
      <header className="official-head" {...AS_WRITTEN}>
        {paper.above.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {paper.joint === null ? (
          <p className="official-mark">{paper.mark}</p>
        ) : (
          <p
            className="official-mark official-joint"
            style={
              { '--characters': Math.max(...paper.joint.names.map((name) => name.length)) } as CSSProperties
            }
          >
            <span className="official-joint-names">
              {paper.joint.names.map((name) => (
                <span key={name}>{name}</span>
              ))}
            </span>
            <span>{paper.joint.word}</span>
          </p>
        )}
        {paper.signers === null ? (
          <p className="official-number">{product.number ?? ''}</p>
        ) : (
          <p className="official-number official-upward">
            <span>{product.number ?? ''}</span>
            <span>{productText.signers(paper.signers)}</span>
          </p>
        )}
      </header>
      <Title product={product} editing={editing} />
      {product.addressees.length === 0 ? null : <p {...AS_WRITTEN}>{product.addressees.join('，')}：</p>}
      <Added at={-1} editing={editing} figures={figures} />
      {blocks.map((block, at) => (
        <BlockInPlace key={at} {...{ block, at, editing, figures, shown }} checks={product.checks} />
      ))}
      {paper.annexNote.length === 0 ? null : (
        <ul className="official-annexes" {...AS_WRITTEN}>
          {paper.annexNote.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <div className="official-signature" {...AS_WRITTEN}>
        {product.issuers.map((issuer) => (
          <p key={issuer}>{issuer}</p>
        ))}
        <p>{paper.date}</p>
      </div>
      {annexes.map((annex, index) => (
        <section key={index} className="official-annex" {...AS_WRITTEN}>
          <p className="official-annex-mark">{paper.annexMarks[index]}</p>
          <h2 className="official-title">
            <Unbroken words={annex.title} />
          </h2>
          {annex.blocks.map((block, at) => (
            <PaperBlock key={at} block={block} depth={3} {...shown} />
          ))}
        </section>
      ))}
      {paper.foot === null ? null : (
        <footer className="official-foot" {...AS_WRITTEN}>
          {paper.foot.copies === null ? null : <p>{paper.foot.copies}</p>}
          <p className="official-printed">
            <span>{paper.foot.printedBy}</span>
            <span>{paper.foot.printedOn}</span>
          </p>
        </footer>
      )}
    </article>
  );
}

type Figures = ReadonlyMap<string, string>;

/** What each figure of the text is printed as; those of tables too. */
const figuresOf = (blocks: readonly ProductBlock[]): Figures =>
  new Map(
    blocks
      .flatMap(({ line, rows }) => [...(line ?? []), ...(rows ?? []).flat(2)])
      .flatMap((run): [string, string][] => (run.source === undefined ? [] : [[run.source, run.text]])),
  );

function Title({ product, editing }: Pick<PaperProps, 'product' | 'editing'>) {
  const { title } = product;
  const edit = editing?.edits.find(({ kind }) => kind === 'title');
  if (editing !== undefined && edit !== undefined)
    return <EditableBlock edit={edit} editing={editing} figures={new Map()} label={productText.titleLabel} />;
  return (
    <div className="block">
      <h1 className="official-title" {...AS_WRITTEN}>
        <Unbroken words={title} />
      </h1>
      {editing === undefined ? null : (
        <Pen
          label={productText.editTitle}
          onClick={() => editing.begin({ kind: 'title', at: -1, before: title, level: 0, text: title })}
        />
      )}
    </div>
  );
}

/** A title breaks in no short name between quotation marks (“八大行动”), as on paper. */
const Unbroken = ({ words }: { words: string }) =>
  words.split(/(“[^“”]{1,10}”)/u).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  );

interface InPlaceProps {
  block: ProductBlock;
  at: number;
  editing: Editing | undefined;
  figures: Figures;
  shown: Pick<PaperProps, 'open' | 'onFigure'>;
  checks: readonly ProductCheck[];
}

/** A block, or what is being made of it, and what was added below. */
function BlockInPlace({ block, at, editing, figures, shown, checks }: InPlaceProps) {
  const edit = editing?.edits.find(
    ({ kind, at: of }) => of === at && (kind === 'change' || kind === 'remove'),
  );
  const { kind, text, level } = block;
  const begin = (): void =>
    editing?.begin({ kind: 'change', at, before: text, level: level as 0 | 1 | 2 | 3 | 4, text });
  return (
    <>
      {editing !== undefined && edit?.kind === 'change' ? (
        <EditableBlock
          edit={edit}
          editing={editing}
          figures={figures}
          label={productText.editorLabel(at + 1)}
        />
      ) : (
        <div
          className={edit === undefined ? 'block' : 'block block-removed'}
          data-testid={`block-${at}`}
          {...AS_WRITTEN}
        >
          <PaperBlock block={block} depth={2} {...shown} />
          {editing !== undefined && edit !== undefined ? (
            <p className="block-note" lang={language}>
              {productText.removed}
              <Button size="small" onClick={() => editing.drop(edit.key)}>
                {productText.keepBlock}
              </Button>
            </p>
          ) : null}
          {editing !== undefined && edit === undefined && isWords({ kind }) ? (
            <Pen label={`${productText.edit}${marks.open}${at + 1}${marks.close}`} onClick={begin} />
          ) : null}
        </div>
      )}
      {checks
        .filter((check) => check.block === at)
        .map(({ code, message, mend }) => (
          <p key={code} className="block-note" data-testid="check">
            <b>
              {productText.check}
              {marks.colon}
            </b>
            {message}
            {marks.stop}
            {productText.mend(mend)}
          </p>
        ))}
      <Added at={at} editing={editing} figures={figures} />
    </>
  );
}

/** Paragraphs that were added behind a block and are not saved yet. */
function Added({ at, editing, figures }: Pick<InPlaceProps, 'at' | 'editing' | 'figures'>) {
  return editing?.edits
    .filter((edit) => edit.kind === 'add' && edit.at === at)
    .map((edit) => (
      <EditableBlock
        key={edit.key}
        edit={edit}
        editing={editing}
        figures={figures}
        label={productText.newLabel}
      />
    ));
}

const Pen = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button
    type="button"
    className="block-pen"
    lang={language}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    <PenIcon />
  </button>
);
