import type { DraftTask } from '#contract';
import { Input, Select } from 'antd';
import { cadenceText, editorText } from '../../texts/zh.js';
import type { EditorProps } from './editors.js';
import { inheritedKey, type CadenceForm } from './forms.js';
import { RowList } from './row-list.js';
import { RhythmSelects } from './rhythm-selects.js';

interface CadencesEditorProps extends EditorProps<readonly CadenceForm[]> {
  task: DraftTask;
}

/** The task's own cadences, each with the inherited ones that it takes the place of, if a person says so. */
export function CadencesEditor({ task, value, onChange }: CadencesEditorProps) {
  const inherited = task.effectiveCadences
    .filter(({ origin, duty }) => origin !== 'task' && duty === 'leadUnit')
    .map((cadence) => ({
      value: inheritedKey(cadence),
      label: cadenceText.inherited(cadence.origin, cadence.label),
    }));
  return (
    <>
      <RowList
        rows={value}
        onChange={onChange}
        empty={{ kind: 'dispatch', every: 'month', replaces: [], reason: '' }}
        add={editorText.addCadence}
        render={(row, change) => (
          <>
            <RhythmSelects row={row} change={change} />
            {inherited.length === 0 ? null : (
              <Select
                mode="multiple"
                className="pr-grow"
                aria-label={cadenceText.replaces}
                placeholder={cadenceText.replacesNone}
                value={row.replaces}
                options={inherited}
                onChange={(replaces: string[]) => change({ ...row, replaces })}
              />
            )}
            {row.replaces.length === 0 ? null : (
              <Input
                className="pr-grow"
                aria-label={cadenceText.reason}
                placeholder={cadenceText.reason}
                value={row.reason}
                maxLength={200}
                onChange={(event) => change({ ...row, reason: event.target.value })}
              />
            )}
          </>
        )}
      />
      <p className="soft small">{cadenceText.addsUp}</p>
    </>
  );
}
