import type { FormInstance } from 'antd';
import { ApiProblem } from '../api/api-problem.js';

/** `/into/0/title` of a problem as the form names its fields: `into`, 0, `title`. */
const nameOf = (path: string): (string | number)[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Marks the fields that the server found wrong. */
export function markFields(form: FormInstance, problem: unknown): void {
  if (!(problem instanceof ApiProblem)) return;
  form.setFields(problem.errors.map(({ path, message }) => ({ name: nameOf(path), errors: [message] })));
}
