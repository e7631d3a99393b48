import { CADENCE_EVERY_LABELS, CADENCE_KIND_LABELS } from '#contract';
import { Select } from 'antd';
import { editorText } from '../../texts/zh.js';
import { optionsOf } from './editors.js';

/** How often, and what: the two choices that every row of a rhythm begins with. */
export function RhythmSelects<R extends { every: string; kind: string }>({
  row,
  change,
}: {
  row: R;
  change: (row: R) => void;
}) {
  return (
    <>
      <Select
        aria-label={editorText.every}
        value={row.every}
        options={optionsOf(CADENCE_EVERY_LABELS)}
        onChange={(every: string) => change({ ...row, every })}
      />
      <Select
        aria-label={editorText.kind}
        value={row.kind}
        options={optionsOf(CADENCE_KIND_LABELS)}
        onChange={(kind: string) => change({ ...row, kind })}
      />
    </>
  );
}
