import type ExcelJS from 'exceljs';
import type { ColumnInput } from './sheet-model.js';

/** The rule of a column that people fill in, as a spreadsheet keeps it; an empty cell always fits. */
export function validationOf(input: ColumnInput): ExcelJS.DataValidation {
  const common = { allowBlank: true, showErrorMessage: true, errorTitle: '填写有误' } as const;
  switch (input.kind) {
    case 'percent':
      return {
        ...common,
        type: 'decimal',
        operator: 'between',
        formulae: [0, 100],
        error: '请填写0到100之间的数字，不带百分号。',
      };
    case 'number':
      return {
        ...common,
        type: 'decimal',
        operator: 'between',
        formulae: [-1e15, 1e15],
        error: '请填写数字，不带单位。',
      };
    case 'oneOf':
      return {
        ...common,
        type: 'list',
        formulae: [`"${input.words.join(',')}"`],
        error: `请从下列各项中选择：${input.words.join('、')}。`,
      };
    case 'text':
      return {
        ...common,
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formulae: [input.atMost],
        error: `最多填写${input.atMost}字。`,
      };
  }
}
