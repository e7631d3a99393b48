import { readTaskForce } from './task-force.js';
import { normalise } from './text/normalise.js';

const read = (text: string): ReturnType<typeof readTaskForce> => {
  const mapped = normalise(text);
  return readTaskForce(mapped, { start: 0, end: mapped.text.length });
};

describe('the paragraph that founds a task force', () => {
  it('names who convenes it, who belongs to it and where its office is', () => {
    expect(
      read(
        '成立兴水行动工作专班，由副县长任召集人，县水利局局长任副召集人，县财政局、县林业局等单位为成员单位。专班办公室设在县水利局。',
      ),
    ).toMatchObject({
      name: '兴水行动工作专班',
      convener: '副县长',
      deputyConveners: ['县水利局局长'],
      memberUnits: ['县财政局', '县林业局'],
      officeUnit: '县水利局',
    });
  });

  it('may say the post before the person', () => {
    expect(
      read(
        '成立河西县兴水行动领导小组。组长由县长担任，副组长由分管副县长担任，成员由县水利局、县财政局、各乡镇主要负责人组成。办公室设在县水利局。',
      ),
    ).toMatchObject({
      convener: '县长',
      deputyConveners: ['分管副县长'],
      memberUnits: ['县水利局', '县财政局', '各乡镇'],
    });
  });

  it('may name the body last', () => {
    expect(
      read(
        '县政府成立由分管副县长为组长，县水利局、县财政局主要负责人为成员的兴水行动工作领导小组，领导小组下设办公室在县水利局，县水利局局长兼任办公室主任。',
      ),
    ).toMatchObject({
      name: '兴水行动工作领导小组',
      convener: '分管副县长',
      memberUnits: ['县水利局', '县财政局'],
      officeUnit: '县水利局',
    });
  });

  it('may be a joint meeting, or have two at its head and groups below', () => {
    expect(
      read(
        '建立兴水行动联席会议制度，县政府分管负责同志担任召集人，县水利局、县财政局为成员单位，办公室设在县水利局。',
      ),
    ).toMatchObject({ name: '兴水行动联席会议', convener: '县政府分管负责同志' });
    expect(
      read(
        '组建县兴水行动指挥部，县委书记、县长任双指挥长，常务副县长任常务副指挥长，办公室设在县水利局，下设2个工作组：综合组（县政府办牵头）；工程组（县水利局牵头，县住建局配合）。',
      ),
    ).toMatchObject({
      convener: '县委书记、县长',
      executiveDeputyConveners: ['常务副县长'],
      workingGroups: [
        { name: '综合组', leadUnit: '县政府办' },
        { name: '工程组', leadUnit: '县水利局' },
      ],
    });
  });

  it('is not seen where nothing is founded', () => {
    expect(read('县水利局要建立台账，由专人负责。')).toBeUndefined();
    expect(read('领导小组要定期研究。')).toBeUndefined();
  });
});
