import type { ProductView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../components/answer.js';
import { formatInstant } from '../format/date.js';
import { productText, marks } from '../texts/zh.js';
import { issuePreviewQuery, productReleaseQuery } from './queries.js';

const text = productText.issue;

/** Of a publication, where the rules let anything out: that it goes to everybody, which no withdrawal takes back wholly. */
function Public({ product }: { product: ProductView }) {
  const { data } = useQuery(productReleaseQuery(product.id, product.version));
  return data?.enabled === true ? (
    <li>
      <b>{productText.release.atIssue(data.tasks)}</b>
    </li>
  ) : null;
}

/** Before it is issued: which number, to whom, when, and what else it does. */
export function IssueFacts({ product }: { product: ProductView }) {
  const preview = useQuery(issuePreviewQuery(product.id));
  return (
    <Answer query={preview}>
      {({ number, people, units, roles, deliverAt, fulfilsDuty }) => (
        <ul className="issue-facts" data-testid="issue-facts">
          <li>{number === null ? text.noNumber : text.number(number.next)}</li>
          {people === 0 ? (
            <li className="late">{text.nobody}</li>
          ) : (
            <li>
              <b>{text.to(people, units)}</b>
              <span className="soft">
                {roles.map((role) => text.role(role.label, role.people)).join(marks.comma)}
              </span>
            </li>
          )}
          {product.kind === 'publication' ? <Public product={product} /> : null}
          <li>{text.when(formatInstant(deliverAt))}</li>
          <li>{text.files}</li>
          {fulfilsDuty ? <li>{text.duty}</li> : null}
          {product.checks.length === 0 ? null : (
            <li className="late">{text.checks(product.checks.length)}</li>
          )}
        </ul>
      )}
    </Answer>
  );
}
