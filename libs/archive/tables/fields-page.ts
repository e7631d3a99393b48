import { fieldOf, recordsFile } from '../archive-format.js';
import type { CarriedTable } from '../rows/catalogue.js';
import { CARRIED_TABLES, LEFT_OUT_TABLES } from './index.js';

/** docs/archive-fields.md: every file of an archive with every field, and what stays behind; written from the declarations. */
export function fieldsPage(catalogue: readonly CarriedTable[]): string {
  return `# What is in an archive, field by field

Written from \`libs/archive/tables\` by \`UPDATE_DOCS=1 npm test -- libs/archive/archive.it.ts\`; how to read it: [archive.md](archive.md).
Files are in the order in which an archive has them: what a row refers to stands in an earlier file (or in the same one). A field that is absent has no value.

${catalogue.map(fileText).join('\n\n')}

## Tables that stay behind

${Object.entries(LEFT_OUT_TABLES)
  .map(([table, why]) => `- \`${table}\`: ${why}`)
  .join('\n')}

## Fields that stay behind

${[...CARRIED_TABLES]
  .flatMap(([table, { leftOut }]) => [...leftOut].map(([column, why]) => `- \`${table}.${column}\`: ${why}`))
  .join('\n')}
`;
}

function fileText({ name, columns, key, references }: CarriedTable): string {
  const declared = CARRIED_TABLES.get(name);
  const fields = columns.map(({ name: column, type }) => {
    const to = references.find((each) => each.columns.length === 1 && each.columns[0] === column);
    const target = to === undefined ? '' : ` → \`${recordsFile(to.table)}\``;
    return `- \`${fieldOf(column)}\` (${type}): ${declared?.carried.get(column) ?? ''}${target}`;
  });
  const order =
    key.length === 0
      ? 'one line at most'
      : `in the order of ${key.map((each) => `\`${fieldOf(each)}\``).join(', ')}`;
  return `## ${recordsFile(name)}\n\n${declared?.about ?? ''}; ${order}.\n\n${fields.join('\n')}`;
}
