import { looksLikeBody } from '../clause/unit-names.js';

export interface RowPerson {
  readonly name: string;
  readonly role: string;
}

/** Bare titles, which a name follows: 副县长 张某某. */
const TITLE =
  /^(?:分管|主管|常务)?(?:副)?(?:省|市|区|县|州|镇|乡)?(?:长|书记|主任|局长|部长|主席|常委|调研员)$/;

/** The people of a cell under 责任领导: a name each, with the title before it. `role` is the words over the column. */
export function rowPeople(cell: string, role: string): RowPerson[] {
  const pieces = cell
    .replace(/[（(][^（）()]*[)）]/g, ' ')
    .split(/[、，,；;\s]+/)
    .map((piece) => piece.replace(/[:：]?\d{7,}$/, ''))
    .filter((piece) => /^[\u3400-\u9fff·]{2,16}$/.test(piece) && !looksLikeBody(piece) && piece !== '同上');
  const people: RowPerson[] = [];
  let title = '';
  for (const piece of pieces) {
    if (TITLE.test(piece) && title === '') {
      title = piece;
      continue;
    }
    people.push({ name: `${title}${piece}`, role });
    title = '';
  }
  if (title !== '') people.push({ name: title, role });
  return people;
}
