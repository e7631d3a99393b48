import fc from 'fast-check';
import type { Block } from '../model/block.js';
import { figure, plainText, strong, text, type Inline } from '../model/inline.js';
import { editableBody, editedBody } from './edited-body.js';
import { editableLine, isEdited, lineOfEdited } from './editable-line.js';
import { figuresOf } from './figures-of.js';
import { refreshedBody } from './refreshed-body.js';

const overview: Inline[] = [
  text('共有'),
  figure('tasks.total', '149项'),
  text('任务，其中'),
  figure('tasks.behind', '12项'),
  text('落后于序时。'),
];
const table: Block = {
  kind: 'table',
  caption: '附表1 各行动进展情况',
  columns: [{ title: '行动', width: 1, align: 'left' }],
  rows: [[[figure('action.1.behind', 3)]]],
};
const body: Block[] = [
  { kind: 'heading', level: 1, line: [text('总体情况')] },
  { kind: 'paragraph', line: overview },
  table,
];

describe('a line that is edited', () => {
  it('is offered with the names of its figures, and comes back as it was when nobody changed it', () => {
    expect(editableLine(overview)).toBe('共有{{tasks.total}}任务，其中{{tasks.behind}}落后于序时。');
    expect(lineOfEdited(editableLine(overview), overview, figuresOf(body)).line).toEqual(overview);
  });

  it('keeps its figures as fields, and marks only what was written anew', () => {
    const { line } = lineOfEdited(
      '共有{{tasks.total}}任务，仅{{tasks.behind}}落后于序时。',
      overview,
      figuresOf(body),
    );
    expect(plainText(line)).toBe('共有149项任务，仅12项落后于序时。');
    expect(line.filter((run) => run.kind === 'text' && run.edited).map(({ text: words }) => words)).toEqual([
      '任务，仅',
    ]);
  });

  it('is marked also when words were only taken away', () => {
    expect(isEdited(lineOfEdited('共有{{tasks.total}}', overview, figuresOf(body)).line)).toBe(true);
  });

  it('says which figure the document does not have', () => {
    expect(lineOfEdited('共{{tasks.lost}}项', [], figuresOf(body)).unknown).toEqual([
      { source: 'tasks.lost' },
    ]);
  });

  it('of any words and figures comes back as it was', () => {
    const run = fc.oneof(
      fc.stringMatching(/^[^{}]{1,8}$/u).map(text),
      fc.stringMatching(/^[^{}]{1,8}$/u).map(strong),
      fc.constantFrom(figure('a', '1'), figure('b.c', '2项')),
    );
    // Two runs of words side by side are one to who edits them: between two of them stands a figure.
    const apart = fc
      .array(run)
      .map((runs) => runs.filter((one, at) => one.kind === 'figure' || runs[at - 1]?.kind !== 'text'));
    const distinct = apart.filter((runs) => {
      const words = runs.flatMap((one) => (one.kind === 'text' ? [one.text] : []));
      return new Set(words).size === words.length;
    });
    fc.assert(
      fc.property(distinct, (line) => {
        const figures = new Map([
          ['a', '1'],
          ['b.c', '2项'],
        ]);
        expect(lineOfEdited(editableLine(line), line, figures).line).toEqual(line);
      }),
    );
  });
});

describe('a body that is edited', () => {
  it('keeps tables whole, takes words in the place of words, and new ones', () => {
    const { body: edited, problems } = editedBody(body, [
      { keep: 0 },
      { instead: 1, level: 0, text: '全区{{tasks.total}}任务总体平稳。' },
      { level: 0, text: '另有{{action.1.behind}}项须关注。' },
      { keep: 2 },
    ]);
    expect(problems).toEqual([]);
    expect(edited.map((block) => ('line' in block ? plainText(block.line) : block.kind))).toEqual([
      '总体情况',
      '全区149项任务总体平稳。',
      '另有3项须关注。',
      'table',
    ]);
    expect(editableBody(edited)[2]?.text).toBe('另有{{action.1.behind}}项须关注。');
  });

  it('names every mistake with its place', () => {
    const { problems } = editedBody(body, [
      { keep: 7 },
      { keep: 0 },
      { keep: 0 },
      { level: 0, text: ' ' },
      { instead: 2, level: 0, text: '不是表' },
      { level: 0, text: '{{x}}' },
    ]);
    expect(problems.map(({ at, code }) => [at, code])).toEqual([
      [0, 'NoSuchBlock'],
      [2, 'BlockTwice'],
      [3, 'EmptyBlock'],
      [4, 'NotWords'],
      [5, 'UnknownFigure'],
    ]);
  });
});

describe('a body whose data move on', () => {
  const anew: Block[] = [
    { kind: 'paragraph', line: [text('落后'), figure('tasks.behind', '9项'), text('。')] },
    { ...table, rows: [[[figure('action.1.behind', 1)]]] },
  ];

  it('is made anew where nobody edited it', () => {
    expect(refreshedBody(body, anew)).toEqual({ body: anew, gone: [] });
  });

  it('keeps the words that a person wrote; figures follow, tables are made anew, and what is gone is named', () => {
    const { body: edited } = editedBody(body, [
      { keep: 0 },
      { instead: 1, level: 0, text: '{{tasks.total}}中{{tasks.behind}}落后' },
      { keep: 2 },
    ]);
    const { body: after, gone } = refreshedBody(edited, anew);
    expect(after.map((block) => ('line' in block ? plainText(block.line) : block))).toEqual([
      '总体情况',
      '149项中9项落后',
      anew[1],
    ]);
    expect(gone).toEqual(['tasks.total']);
  });
});
