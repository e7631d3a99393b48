import type { UnitActName, UnitFile } from '#contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { SuccessionDialog } from '../new-task/succession-dialog.js';
import { unitsText } from '../texts/zh.js';
import {
  AliasDialog,
  MembersDialog,
  TakeBackAliasDialog,
  TakeBackSuccessionDialog,
} from './small-dialogs.js';
import { SuccessionForm } from './succession-form.js';
import { Changes, History, Members, Names, People, Posts, Work } from './unit-parts.js';
import { UnitLeft } from './unit-left.js';
import { unitFileQuery, UNITS_KEY } from './units-query.js';

/** Acts that stand below everything; the others stand beside what they are about. */
const BELOW: readonly UnitActName[] = ['learnAlias', 'setMembers', 'succeed', 'takeBackSuccession'];
const WEIGHTY: readonly UnitActName[] = ['succeed', 'takeBackSuccession'];

type Doing = { act: UnitActName; printed?: string };

interface UnitDrawerProps {
  unitId: string;
  /** Another unit that is named here. */
  onOpen: (unitId: string) => void;
  onClose: () => void;
}

/** One unit: what it is called, what became of it, who is there, and what whoever looks may do. */
export function UnitDrawer({ unitId, onOpen, onClose }: UnitDrawerProps) {
  const file = useQuery(unitFileQuery(unitId));
  return (
    <Drawer
      open
      title={file.data?.name ?? unitsText.title}
      size="min(40rem, 100vw)"
      onClose={onClose}
      data-testid="unit-drawer"
    >
      <Answer query={file}>{(unit) => <UnitSheet unit={unit} onOpen={onOpen} />}</Answer>
    </Drawer>
  );
}

function UnitSheet({ unit, onOpen }: { unit: UnitFile; onOpen: (unitId: string) => void }) {
  const [doing, begin] = useState<Doing>();
  const queries = useQueryClient();
  const end = (): void => begin(undefined);
  const acts = BELOW.filter((act) => unit.allowedActs.includes(act));
  return (
    <div className="unit-sheet">
      <p className="soft">
        {unit.kindLabel} · {unitsText.code(unit.code)}
      </p>
      <UnitLeft unit={unit} onOpen={onOpen} onHandOver={() => begin({ act: 'succeedInTasks' })} />
      <Names
        unit={unit}
        onTakeBack={
          unit.allowedActs.includes('takeBackAlias')
            ? (printed) => begin({ act: 'takeBackAlias', printed })
            : undefined
        }
      />
      <History unit={unit} onOpen={onOpen} />
      <Members unit={unit} onOpen={onOpen} />
      {unit.isGroup ? null : (
        <>
          <Work unit={unit} />
          <Posts unit={unit} />
          <People unit={unit} />
        </>
      )}
      <Changes unit={unit} />
      {acts.length === 0 ? (
        <p className="soft">{unitsText.nothing}</p>
      ) : (
        <div className="unit-acts">
          {acts.map((act) => (
            <Button
              key={act}
              danger={WEIGHTY.includes(act)}
              onClick={() => begin({ act })}
              data-testid={`act-${act}`}
            >
              {unitsText.acts[act]}
            </Button>
          ))}
        </div>
      )}
      {doing?.act === 'learnAlias' ? <AliasDialog unit={unit} onClose={end} /> : null}
      {doing?.act === 'takeBackAlias' ? (
        <TakeBackAliasDialog unit={unit} printed={doing.printed ?? ''} onClose={end} />
      ) : null}
      {doing?.act === 'setMembers' ? <MembersDialog unit={unit} onClose={end} /> : null}
      {doing?.act === 'succeed' ? <SuccessionForm unit={unit} onClose={end} /> : null}
      {doing?.act === 'takeBackSuccession' ? <TakeBackSuccessionDialog unit={unit} onClose={end} /> : null}
      {doing?.act === 'succeedInTasks' ? (
        <SuccessionDialog
          unit={unit}
          onClose={() => {
            end();
            void queries.invalidateQueries({ queryKey: UNITS_KEY });
          }}
        />
      ) : null}
    </div>
  );
}
