import { useId, type ReactNode } from 'react';
import { filingText } from '../texts/zh.js';
import type { CellError } from './check.js';

/** What an input of a cell needs to be known by: to the eye, to a screen reader, and to whoever looks for the cell. */
export interface CellProps {
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
  'data-cell': string;
}

interface FieldProps {
  label: string;
  /** The obligation's id and the field's name. */
  cell: string;
  carried: boolean;
  error: CellError | undefined;
  children: (props: CellProps) => ReactNode;
}

/** One cell of the form: its label, whether it still holds the last period's, and what is wrong with it. */
export function Field({ label, cell, carried, error, children }: FieldProps) {
  const id = useId();
  const described = [...(carried ? [`${id}c`] : []), ...(error === undefined ? [] : [`${id}e`])].join(' ');
  return (
    <div className={carried ? 'filing-field filing-carried' : 'filing-field'}>
      <span className="filing-label" aria-hidden="true">
        {label}
      </span>
      {children({
        'data-cell': cell,
        ...(error === undefined ? {} : { 'aria-invalid': true }),
        ...(described === '' ? {} : { 'aria-describedby': described }),
      })}
      {carried ? (
        <span className="filing-carried-mark" id={`${id}c`} title={filingText.carriedMeans}>
          {filingText.carried}
        </span>
      ) : null}
      {error === undefined ? null : (
        <span className="filing-error" role="alert" id={`${id}e`}>
          {error.text} <code>{error.code}</code>
        </span>
      )}
    </div>
  );
}
