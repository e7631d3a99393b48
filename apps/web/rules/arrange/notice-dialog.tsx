import { Alert, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { arrangeText, common, marks } from '../../texts/zh.js';
import { readNotice, type ReadNotice } from './read-notice.js';

interface NoticeDialogProps {
  year: number;
  /** Whether it is likely that the whole year is announced. */
  whole: boolean;
  onApply: (notice: ReadNotice, whole: boolean) => Promise<string | null>;
  onClose: () => void;
}

/** The words of a notice, and what is made of them before it is marked in the calendar. */
export function NoticeDialog({ year, whole: likely, onApply, onClose }: NoticeDialogProps) {
  const [text, setText] = useState('');
  const [whole, setWhole] = useState(likely);
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();
  const read = readNotice(text, year);
  const nothing = read.off.length + read.worked.length === 0;
  const apply = async (): Promise<void> => {
    const why = await onApply(read, whole);
    if (why === null) onClose();
    else setRefused(why);
  };
  return (
    <Modal
      open
      width={720}
      title={arrangeText.notice}
      okText={arrangeText.apply}
      okButtonProps={{ disabled: nothing }}
      cancelText={common.cancel}
      onOk={() => void apply()}
      onCancel={onClose}
      data-testid="notice-dialog"
    >
      <p className="dialog-prompt">{arrangeText.noticeHint}</p>
      <label htmlFor={id}>{arrangeText.noticeText}</label>
      <Input.TextArea
        id={id}
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
        data-testid="notice-text"
      />
      {text.trim() === '' ? null : (
        <p data-testid="notice-read" role="status">
          {nothing ? arrangeText.noticeNothing : arrangeText.noticeRead(read.off.length, read.worked.length)}
        </p>
      )}
      {read.doubtful.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          data-testid="notice-doubts"
          title={
            <ul>
              {read.doubtful.map((doubt, index) => (
                <li key={index}>
                  {`“${doubt.text}”`}
                  {marks.colon}
                  {arrangeText.doubts[doubt.why]}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Radio.Group
        className="notice-whole"
        value={whole}
        onChange={({ target }) => setWhole(target.value === true)}
        options={[
          { value: true, label: arrangeText.whole },
          { value: false, label: arrangeText.partial },
        ]}
      />
      {refused === null ? null : <Alert type="error" showIcon title={refused} />}
    </Modal>
  );
}
