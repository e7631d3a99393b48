import { COMPARATOR_LABELS, type PlanReview, type UnitList } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { unitsQuery } from '../../api/queries.js';
import { wordInLanguage } from '../../texts/in-language.js';
import { cardText, common, editorText } from '../../texts/zh.js';
import type { DeadlineForm, IndicatorForm, PlaceForm, SubItemForm } from './forms.js';
import { RowList } from './row-list.js';

export interface EditorProps<F> {
  value: F;
  onChange: (value: F) => void;
}

export const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: wordInLanguage(label) }));

export function TitleEditor({ value, onChange }: EditorProps<string>) {
  return (
    <Input
      autoFocus
      aria-label={cardText.fields.title}
      value={value}
      maxLength={120}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function OngoingEditor({ value, onChange }: EditorProps<boolean>) {
  return (
    <Radio.Group
      value={value}
      onChange={(event) => onChange(event.target.value === true)}
      options={[
        { value: true, label: editorText.yes },
        { value: false, label: editorText.no },
      ]}
    />
  );
}

const unitOptions = (units: UnitList | undefined) =>
  (units?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** Units of the directory by id, others by their printed name. */
export function UnitsEditor({ value, onChange, label }: EditorProps<readonly string[]> & { label: string }) {
  const units = useQuery(unitsQuery);
  return (
    <>
      <Select
        mode="tags"
        autoFocus
        className="pr-wide"
        aria-label={label}
        value={[...value]}
        onChange={(next: string[]) => onChange(next)}
        options={unitOptions(units.data)}
        loading={units.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        tokenSeparators={['、', '，', ',', ';', '；']}
      />
      <p className="soft small">{editorText.printedUnits}</p>
    </>
  );
}

export function DeadlinesEditor({ value, onChange }: EditorProps<readonly DeadlineForm[]>) {
  return (
    <RowList
      rows={value}
      onChange={onChange}
      empty={{ date: '', raw: '' }}
      add={editorText.addDate}
      render={(row, change) => (
        <>
          <Input
            type="date"
            aria-label={editorText.date}
            value={row.date}
            onChange={(event) => change({ ...row, date: event.target.value })}
          />
          {row.raw === '' ? null : <span className="soft small">{cardText.asPrinted(row.raw)}</span>}
        </>
      )}
    />
  );
}

export function IndicatorsEditor({ value, onChange }: EditorProps<readonly IndicatorForm[]>) {
  return (
    <RowList
      rows={value}
      onChange={onChange}
      empty={{ name: '', comparator: '>=', value: '', upper: '', unit: '', per: '' }}
      add={editorText.addIndicator}
      render={(row, change) => (
        <>
          <Input
            className="pr-indicator-name"
            aria-label={editorText.indicatorName}
            placeholder={editorText.indicatorName}
            value={row.name}
            maxLength={60}
            onChange={(event) => change({ ...row, name: event.target.value })}
          />
          <Select
            aria-label={editorText.comparator}
            value={row.comparator}
            options={optionsOf(COMPARATOR_LABELS)}
            onChange={(comparator: string) => change({ ...row, comparator })}
          />
          <Input
            className="pr-figure"
            inputMode="decimal"
            aria-label={editorText.value}
            placeholder={editorText.value}
            value={row.value}
            onChange={(event) => change({ ...row, value: event.target.value })}
          />
          {row.comparator === 'range' ? (
            <Input
              className="pr-figure"
              inputMode="decimal"
              aria-label={editorText.upper}
              placeholder={editorText.upper}
              value={row.upper}
              onChange={(event) => change({ ...row, upper: event.target.value })}
            />
          ) : null}
          <Input
            className="pr-figure"
            aria-label={editorText.unit}
            placeholder={editorText.unit}
            value={row.unit}
            maxLength={20}
            onChange={(event) => change({ ...row, unit: event.target.value })}
          />
          <Select
            aria-label={editorText.per}
            value={row.per}
            options={[{ value: '', label: editorText.perNone }, ...optionsOf(editorText.pers)]}
            onChange={(per: string) => change({ ...row, per })}
          />
        </>
      )}
    />
  );
}

export function SubItemsEditor({ value, onChange }: EditorProps<readonly SubItemForm[]>) {
  return (
    <RowList
      rows={value}
      onChange={onChange}
      empty={{ number: '', text: '' }}
      add={editorText.addSubItem}
      render={(row, change) => (
        <>
          <Input
            className="pr-figure"
            aria-label={editorText.number}
            placeholder={editorText.number}
            value={row.number}
            maxLength={20}
            onChange={(event) => change({ ...row, number: event.target.value })}
          />
          <Input.TextArea
            className="pr-grow"
            aria-label={editorText.text}
            placeholder={editorText.text}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={row.text}
            maxLength={2000}
            onChange={(event) => change({ ...row, text: event.target.value })}
          />
        </>
      )}
    />
  );
}

export function PlaceEditor({
  value,
  onChange,
  actions,
}: EditorProps<PlaceForm> & { actions: PlanReview['actions'] }) {
  return (
    <div className="pr-rows-row">
      <Select
        className="pr-wide"
        aria-label={editorText.action}
        value={value.actionCode}
        placeholder={common.none}
        options={actions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={(actionCode: string) => onChange({ ...value, actionCode })}
      />
      <Input
        className="pr-grow"
        aria-label={editorText.section}
        placeholder={editorText.section}
        value={value.section}
        maxLength={200}
        onChange={(event) => onChange({ ...value, section: event.target.value })}
      />
      <Input
        className="pr-figure"
        aria-label={editorText.number}
        placeholder={editorText.number}
        value={value.number}
        maxLength={20}
        onChange={(event) => onChange({ ...value, number: event.target.value })}
      />
    </div>
  );
}
