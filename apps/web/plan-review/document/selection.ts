/** Place in the text (UTF-16 units) of a point in the page; null outside of the text. */
function placeOf(node: Node | null, offset: number): number | null {
  if (node === null) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const part = element?.closest<HTMLElement>('[data-at]');
  const at = Number(part?.dataset['at']);
  if (part == null || Number.isNaN(at)) return null;
  if (node.nodeType === Node.TEXT_NODE) return at + offset;
  return at + (offset === 0 ? 0 : (part.textContent?.length ?? 0));
}

/** An element boundary stands for the text that follows it, else for the text before it. */
function edgeOf(container: Node, offset: number, root: HTMLElement): number | null {
  const direct = placeOf(container, offset);
  if (direct !== null || !(container instanceof Element)) return direct;
  const parts = [...root.querySelectorAll<HTMLElement>('[data-at]')];
  const child = container.childNodes[offset] ?? null;
  const next = parts.find(
    (part) =>
      child !== null &&
      (child.contains(part) ||
        (child.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
  );
  if (next !== undefined) return Number(next.dataset['at']);
  const last = parts.at(-1);
  return last === undefined ? null : Number(last.dataset['at']) + (last.textContent?.length ?? 0);
}

/** What a person has selected in the text below `root`, in UTF-16 units; null where nothing is. */
export function selectedRange(root: HTMLElement): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = edgeOf(range.startContainer, range.startOffset, root);
  const end = edgeOf(range.endContainer, range.endOffset, root);
  return start === null || end === null || end <= start ? null : { start, end };
}

interface CaretDocument {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

/** The place in the text under the pointer, in UTF-16 units; browsers have two ways to tell. */
export function placeAt(x: number, y: number): number | null {
  const page = document as CaretDocument;
  const caret = page.caretPositionFromPoint?.(x, y);
  if (caret != null) return placeOf(caret.offsetNode, caret.offset);
  const range = page.caretRangeFromPoint?.(x, y);
  return range == null ? null : placeOf(range.startContainer, range.startOffset);
}
