import { useQuery } from '@tanstack/react-query';
import { App, Button, Radio, Select } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { plansQuery } from '../../api/queries.js';
import { Panel } from '../../components/panel.js';
import { shortTitle } from '../../session/use-plan.js';
import { uploadText } from '../../texts/zh.js';
import { PasteDialog } from './paste-dialog.js';
import { RefusedNote } from './refused-note.js';
import { useUpload } from './use-upload.js';

/** What the chooser offers first; what a file really is, the server finds out by its content. */
const ACCEPT = '.docx,.xlsx,.pdf,.html,.htm,.txt,.doc,.xls,.wps';

/** The way in: a file by choice or by drop, or pasted text; a new plan, or a revision of one that runs. */
export function UploadPanel() {
  const plans = useQuery(plansQuery);
  const { upload, busy, problem, sent, file, reset } = useUpload();
  const { message } = App.useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const [isRevision, setRevision] = useState(false);
  const [amends, setAmends] = useState<string | undefined>(undefined);
  const [over, setOver] = useState(false);
  const [pasting, paste] = useState(false);
  const running = plans.data?.items ?? [];

  const send = (files: ArrayLike<File> | null): void => {
    const [first, second] = Array.from(files ?? []);
    if (first === undefined) return;
    if (second !== undefined) void message.warning(uploadText.oneOnly);
    else if (isRevision && amends === undefined) void message.warning(uploadText.whichMissing);
    else upload({ file: first, amends: isRevision ? amends : undefined });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!busy) send(event.dataTransfer.files);
  };
  return (
    <Panel title={uploadText.title} note={uploadText.kinds} testId="upload">
      <div className="pr-upload-as">
        <span className="soft">{uploadText.as}</span>
        <Radio.Group
          value={isRevision}
          onChange={(event) => setRevision(event.target.value === true)}
          options={[
            { value: false, label: uploadText.newPlan },
            { value: true, label: uploadText.revision, disabled: running.length === 0 },
          ]}
        />
        {isRevision ? (
          <Select
            className="pr-which"
            aria-label={uploadText.which}
            placeholder={uploadText.whichPlaceholder}
            value={amends}
            onChange={setAmends}
            showSearch={{ optionFilterProp: 'label' }}
            options={running.map(({ id, title }) => ({ value: id, label: shortTitle(title) }))}
          />
        ) : null}
      </div>
      <div
        className={over ? 'pr-drop pr-drop-over' : 'pr-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        data-testid="drop"
      >
        {busy ? (
          <div role="status">
            <p>
              {sent < 1
                ? uploadText.sending(file?.name ?? '', Math.round(sent * 100))
                : uploadText.reading(file?.name ?? '')}
            </p>
            <span className="pr-progress-track" aria-hidden="true">
              <span style={{ width: `${sent * 100}%` }} />
            </span>
          </div>
        ) : (
          <>
            <input
              ref={chooser}
              type="file"
              accept={ACCEPT}
              className="visually-hidden"
              tabIndex={-1}
              aria-label={uploadText.choose}
              onChange={(event) => {
                send(event.target.files);
                // The same file can be chosen again after it was mended.
                event.target.value = '';
              }}
              data-testid="file"
            />
            <Button type="primary" onClick={() => chooser.current?.click()}>
              {uploadText.choose}
            </Button>
            <span className="soft">{over ? uploadText.dropNow : uploadText.drop}</span>
            <Button onClick={() => paste(true)}>{uploadText.paste}</Button>
          </>
        )}
      </div>
      <RefusedNote problem={problem} fileName={file?.name ?? ''} onClose={reset} />
      {pasting ? (
        <PasteDialog
          onClose={() => paste(false)}
          onPaste={(text) => {
            paste(false);
            send([new File([text], uploadText.pasteName, { type: 'text/plain' })]);
          }}
        />
      ) : null}
    </Panel>
  );
}
