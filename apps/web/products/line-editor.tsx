import { Select } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ClipboardEvent } from 'react';
import { productText } from '../texts/zh.js';
import { namesIn, piecesOf } from './editing.js';

interface LineEditorProps {
  label: string;
  /** As it is edited: figures as `{{name}}`. */
  text: string;
  /** As it was when it was begun: its figures can be put back. */
  before: string;
  /** What each figure of the document is printed as. */
  figures: ReadonlyMap<string, string>;
  focus: boolean;
  onChange: (text: string) => void;
  onSave: () => void;
  onDrop: () => void;
}

/** Beside a figure the caret needs a place to stand; it is no character of the text. */
const NOWHERE = '\u200b';

/**
 * One line of a document, edited as it reads: its figures are pieces that can be moved or taken out whole and cannot be
 * typed into. The browser edits, this reads what came of it.
 */
export function LineEditor({
  label,
  text,
  before,
  figures,
  focus,
  onChange,
  onSave,
  onDrop,
}: LineEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  const caret = useRef<Range | null>(null);
  const [composing, compose] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (element === null || shown.current === text) return;
    shown.current = text;
    element.replaceChildren(...nodesOf(text, figures));
  }, [text, figures]);
  useEffect(() => {
    if (!focus || box.current === null) return;
    box.current.focus();
    window.getSelection()?.selectAllChildren(box.current);
    window.getSelection()?.collapseToEnd();
  }, [focus]);

  const tell = (): void => {
    if (box.current === null) return;
    shown.current = textOf(box.current);
    onChange(shown.current);
  };
  const keep = (): void => {
    const selection = window.getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (box.current?.contains(range.commonAncestorContainer) === true) caret.current = range.cloneRange();
  };
  const insert = (name: string): void => {
    const element = box.current;
    if (element === null) return;
    const range = caret.current ?? endOf(element);
    range.deleteContents();
    const nodes = nodesOf(`{{${name}}}`, figures);
    const last = nodes.at(-1);
    const piece = document.createDocumentFragment();
    piece.append(...nodes);
    range.insertNode(piece);
    element.focus();
    if (last !== undefined) window.getSelection()?.collapse(last, last.textContent?.length ?? 0);
    keep();
    tell();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (composing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) onSave();
    }
    if (event.key === 'Escape') onDrop();
  };
  // A paragraph is one line of plain words; what is pasted comes without its looks.
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const words = event.clipboardData.getData('text/plain').replace(/\s*\n\s*/gu, '');
    const range = window.getSelection()?.getRangeAt(0);
    if (range === undefined) return;
    range.deleteContents();
    range.insertNode(document.createTextNode(words));
    range.collapse(false);
    tell();
  };
  const missing = namesIn(before).filter((name) => !namesIn(text).includes(name));
  return (
    <>
      <div
        ref={box}
        className="line-editor"
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        onInput={tell}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onKeyUp={keep}
        onMouseUp={keep}
        onBlur={keep}
        onCompositionStart={() => compose(true)}
        onCompositionEnd={() => compose(false)}
      />
      <div className="editor-figures">
        {missing.length === 0 ? null : (
          <span className="soft">
            {productText.missing}
            {missing.map((name) => (
              <button key={name} type="button" className="as-link" onClick={() => insert(name)}>
                {productText.putBack(figures.get(name) ?? name)}
              </button>
            ))}
          </span>
        )}
        <Select
          size="small"
          aria-label={productText.insertFigure}
          placeholder={productText.insertFigure}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={[...figures].map(([name, printed]) => ({
            value: name,
            label: `${printed} · ${productText.figureName(name) ?? name}`,
          }))}
          onSelect={(name: string | null) => (name === null ? undefined : insert(name))}
        />
      </div>
    </>
  );
}

function nodesOf(text: string, figures: ReadonlyMap<string, string>): Node[] {
  const pieces = piecesOf(text).flatMap((piece): Node[] => {
    if (piece.kind === 'words') return [document.createTextNode(piece.text)];
    const chip = document.createElement('span');
    chip.className = 'figure-chip';
    chip.contentEditable = 'false';
    chip.dataset['source'] = piece.name;
    chip.textContent = figures.get(piece.name) ?? piece.name;
    return [document.createTextNode(NOWHERE), chip, document.createTextNode(NOWHERE)];
  });
  return pieces.length === 0 ? [document.createTextNode('')] : pieces;
}

/** What the person reads as one line, with its figures by name. */
function textOf(node: Node): string {
  const parts = [...node.childNodes].map((child): string => {
    if (child instanceof HTMLElement) {
      const name = child.dataset['source'];
      return name === undefined ? textOf(child) : `{{${name}}}`;
    }
    return child.textContent ?? '';
  });
  return parts
    .join('')
    .replace(/[\u200b\r\n]/gu, '')
    .replace(/\u00a0/gu, ' ');
}

function endOf(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.collapse(false);
  return range;
}
