import type { CalendarYearView, OfficeHours } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { etagOf } from '../../api/client.js';
import { isConflict } from '../../api/api-problem.js';
import { ProblemNote } from '../../components/problem-note.js';
import { arrangeText, calendarText, common, hoursText } from '../../texts/zh.js';
import { Effects } from '../arrange/effects.js';
import { useAnnouncing } from '../use-announcing.js';
import '../arrange/arrange.css';

const TIMES = ['morningFrom', 'morningTo', 'afternoonFrom', 'afternoonTo'] as const;
type Values = Record<(typeof TIMES)[number] | 'reason', string>;

interface HoursDialogProps {
  found: CalendarYearView;
  onDone: (version: number) => void;
  onClose: () => void;
}

const FORM = 'office-hours';
const hoursOf = ({ morningFrom, morningTo, afternoonFrom, afternoonTo }: Values): OfficeHours => ({
  morning: [morningFrom, morningTo],
  afternoon: [afternoonFrom, afternoonTo],
});

/** Office hours: what other ones would move is said first, then they are put in force as a new version of the calendar. */
export function HoursDialog({ found: { calendar, hours }, onDone, onClose }: HoursDialogProps) {
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const etag = etagOf(calendar.version);
  const { tried, done } = useAnnouncing(calendar.version, { onShown: onDone });
  // What was shown holds for the version and the hours that it was asked about.
  const [previewed, setPreviewed] = useState<string | null>(null);
  const problem = done.error ?? tried.error;
  const preview = previewed === etag ? (tried.data?.preview ?? null) : null;
  const forget = (): void => {
    setPreviewed(null);
    tried.reset();
    done.reset();
  };
  const send = (values: Values): void => {
    const body = { reason: values.reason, hours: hoursOf(values), years: [] };
    if (preview !== null) return done.mutate({ ...body, dryRun: false });
    setPreviewed(etag);
    tried.mutate({ ...body, dryRun: true });
  };
  const again = async (): Promise<void> => {
    forget();
    await queries.invalidateQueries({ queryKey: ['calendar'] });
  };
  return (
    <Modal
      open
      width={720}
      title={hoursText.title}
      okText={preview === null ? arrangeText.preview : arrangeText.announce(calendar.version + 1)}
      okButtonProps={{ htmlType: 'submit', form: FORM, danger: preview !== null }}
      cancelText={common.cancel}
      confirmLoading={tried.isPending || done.isPending}
      onCancel={onClose}
      data-testid="hours-dialog"
    >
      <Form<Values>
        id={FORM}
        name={FORM}
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{
          morningFrom: hours.morning[0],
          morningTo: hours.morning[1],
          afternoonFrom: hours.afternoon[0],
          afternoonTo: hours.afternoon[1],
        }}
        onValuesChange={(changed) => ('reason' in changed ? undefined : forget())}
        onFinish={send}
      >
        <p className="dialog-prompt">{hoursText.hint}</p>
        <div className="hours-times">
          {TIMES.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={hoursText.times[name]}
              rules={[{ required: true, message: common.required }]}
            >
              <Input type="time" />
            </Form.Item>
          ))}
        </div>
        <Form.Item
          name="reason"
          label={arrangeText.reason}
          extra={arrangeText.reasonHint}
          rules={[{ required: true, whitespace: true, message: arrangeText.reasonMissing }]}
        >
          <Input maxLength={400} placeholder={hoursText.reasonPlaceholder} />
        </Form.Item>
        <ProblemNote problem={problem} />
        {isConflict(problem) ? (
          <Button onClick={() => void again()} data-testid="hours-again">
            {arrangeText.conflict}
          </Button>
        ) : null}
        {preview === null ? null : (
          <>
            {preview.hours === null ? null : (
              <Alert
                type="info"
                title={hoursText.change(
                  calendarText.hours(
                    preview.hours.before.morning.join('–'),
                    preview.hours.before.afternoon.join('–'),
                  ),
                  calendarText.hours(
                    preview.hours.after.morning.join('–'),
                    preview.hours.after.afternoon.join('–'),
                  ),
                )}
              />
            )}
            <Effects preview={preview} />
            <p className="soft small">{arrangeText.announceHint}</p>
          </>
        )}
      </Form>
    </Modal>
  );
}
