import { Select } from 'antd';
import type { ReactNode } from 'react';

/** One thing that is supposed, with its words above it. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="rehearsal-field">
      <span className="soft small">{label}</span>
      {children}
    </label>
  );
}

const NEVER = 0;
const DAYS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30];

interface DaysProps {
  value: number | undefined;
  /** Left out: some day it is. */
  never?: string;
  words: (n: number) => string;
  testId: string;
  /** No day before this one. */
  least?: number;
  onChange: (days: number | undefined) => void;
}

/** So many working days, or never. */
export function Days({ value, never, words, testId, least = 1, onChange }: DaysProps) {
  const days = [...new Set([...DAYS, ...(value === undefined ? [] : [value]), least])]
    .filter((n) => n >= least)
    .sort((a, b) => a - b);
  return (
    <Select
      data-testid={testId}
      value={value ?? NEVER}
      options={[
        ...(never === undefined ? [] : [{ value: NEVER, label: never }]),
        ...days.map((n) => ({ value: n, label: words(n) })),
      ]}
      onChange={(chosen) => onChange(chosen === NEVER ? undefined : chosen)}
    />
  );
}
