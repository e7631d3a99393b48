import { CADENCE_EVERY_LABELS, CADENCE_KIND_LABELS, type DraftTask } from '#contract';
import { Input, Select } from 'antd';
import { cadenceText, editorText } from '../../texts/zh.js';
import { optionsOf, type EditorProps } from './editors.js';
import { inheritedKey, type CadenceForm } from './forms.js';
import { RowList } from './row-list.js';

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
