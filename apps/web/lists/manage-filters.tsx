import { Button, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { common, listsText } from '../texts/zh.js';
import { faultsOfNames, LONGEST_NAME, type KeptFilter, type KeptFilters } from './kept-filters.js';

interface ManageFiltersProps {
  kept: KeptFilters;
  onSave: (kept: KeptFilters) => void;
  onClose: () => void;
}
interface Row extends KeptFilter {
  /** As the person has typed it. */
  typed: string;
}

/** No filter has an empty name. */
const EVERYTHING = '';

/** Names, which one the page opens with, and which go: nothing is done before it is saved. */
export function ManageFilters({ kept, onSave, onClose }: ManageFiltersProps) {
  const [rows, setRows] = useState<readonly Row[]>(kept.saved.map((each) => ({ ...each, typed: each.name })));
  const [opensWith, openWith] = useState(kept.opensWith);
  const list = useRef<HTMLUListElement>(null);
  const faults = faultsOfNames(rows.map(({ typed }) => typed));
  const save = (): void => {
    onSave({
      saved: rows.map(({ typed, conditions }) => ({ name: typed.trim(), conditions })),
      opensWith: rows.find(({ name }) => name === opensWith)?.typed.trim() ?? null,
    });
    onClose();
  };
  const remove = (gone: Row): void => {
    setRows(rows.filter((row) => row !== gone));
    // The button goes with its row: the keyboard stays in the list.
    list.current?.focus();
  };
  const rename = (row: Row, typed: string): void =>
    setRows(rows.map((each) => (each === row ? { ...row, typed } : each)));
  const opening = rows.find(({ name }) => name === opensWith)?.name ?? EVERYTHING;
  return (
    <Modal
      open
      title={listsText.manageTitle}
      okText={listsText.saveButton}
      okButtonProps={{ disabled: faults.some((fault) => fault !== null) }}
      cancelText={common.cancel}
      onOk={save}
      onCancel={onClose}
      data-testid="manage-filters"
    >
      <p className="soft small">{listsText.where}</p>
      <Radio.Group
        className="manage-filters"
        aria-label={listsText.opensWithHint}
        value={opening}
        onChange={({ target }) => openWith(target.value as string)}
      >
        <Radio value={EVERYTHING}>{listsText.opensWithAll}</Radio>
        <ul ref={list} tabIndex={-1} aria-label={listsText.manageTitle}>
          {rows.map((row, place) => (
            <li key={row.name}>
              <Input
                aria-label={listsText.nameOf(row.name)}
                value={row.typed}
                maxLength={LONGEST_NAME}
                autoComplete="off"
                onChange={({ target }) => rename(row, target.value)}
                {...(faults[place] === null ? {} : { status: 'error' as const })}
              />
              <Radio value={row.name}>{listsText.opensWithThis}</Radio>
              <Button
                type="text"
                danger
                aria-label={listsText.removeOne(row.name)}
                onClick={() => remove(row)}
              >
                {listsText.remove}
              </Button>
              {faults[place] == null ? null : (
                <p className="late small" role="alert">
                  {faults[place] === 'empty' ? listsText.nameEmpty : listsText.nameTwice}
                </p>
              )}
            </li>
          ))}
        </ul>
      </Radio.Group>
    </Modal>
  );
}
