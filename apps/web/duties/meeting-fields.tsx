import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { unitsQuery } from '../api/queries.js';
import { SuccessorFields } from '../new-task/successor-fields.js';
import { common, dutiesText, newTaskText } from '../texts/zh.js';

const text = dutiesText.meeting;
const required = { required: true, message: common.required };

/** The minutes: when, who chaired, who came, what was decided, and which decisions become tasks. */
export function MeetingFields() {
  const units = useQuery(unitsQuery);
  const names = (units.data?.items ?? []).map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      <div className="successor-fields">
        <Form.Item name={['record', 'heldOn']} label={text.heldOn} rules={[required]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name={['record', 'chairedBy']}
          label={text.chairedBy}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item
        name={['record', 'attended']}
        label={text.attended}
        extra={text.attendedHint}
        rules={[required]}
      >
        <Select mode="tags" options={names} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.List name="decisions">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <section key={key} className="successor" data-testid={`decision-${index}`}>
                <h3>
                  {text.decisions}
                  {text.decision(index + 1)}
                  <Button type="link" size="small" onClick={() => remove(name)}>
                    {text.remove}
                  </Button>
                </h3>
                <Form.Item name={[name, 'words']} rules={[{ ...required, whitespace: true }]}>
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
                </Form.Item>
                <Form.Item name={[name, 'makeTask']} valuePropName="checked">
                  <Checkbox>{text.makeTask}</Checkbox>
                </Form.Item>
                <Form.Item noStyle dependencies={[['decisions', name, 'makeTask']]}>
                  {({ getFieldValue }) =>
                    getFieldValue(['decisions', name, 'makeTask']) === true ? (
                      <>
                        <SuccessorFields at={[name, 'task']} deadlineHint={newTaskText.deadlineByRule} />
                        <Form.Item name={[name, 'dispatch']} valuePropName="checked">
                          <Checkbox>{text.dispatch}</Checkbox>
                        </Form.Item>
                      </>
                    ) : null
                  }
                </Form.Item>
              </section>
            ))}
            <Button onClick={() => add({})} className="duty-add" data-testid="add-decision">
              {text.add}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name={['record', 'note']} label={dutiesText.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}
