import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';
import type { ProductFormat } from './product.store.js';

export interface ProductFileRead {
  format: ProductFormat;
  sha256: string;
  size: number;
}

export const insertProductFile = (
  tx: Transaction,
  row: ProductFileRead & { productId: string; bytes: Uint8Array },
): Promise<number> =>
  tx.execute(
    `insert into product_file (jurisdiction_id, product_id, format, sha256, size, bytes) values ($1, $2, $3, $4, $5, $6)`,
    [tx.scope.jurisdictionId, row.productId, row.format, row.sha256, row.size, Buffer.from(row.bytes)],
  );

export const productFiles = (tx: Transaction, productId: string): Promise<ProductFileRead[]> =>
  tx.query(
    `select format, sha256, size from product_file where jurisdiction_id = $1 and product_id = $2 order by format`,
    [tx.scope.jurisdictionId, productId],
  );

export async function productFileBytes(
  tx: Transaction,
  productId: string,
  format: ProductFormat,
): Promise<Buffer | null> {
  const [found] = await tx.query<{ bytes: Buffer }>(
    `select bytes from product_file where jurisdiction_id = $1 and product_id = $2 and format = $3`,
    [tx.scope.jurisdictionId, productId, format],
  );
  return found?.bytes ?? null;
}

export interface ProductDeliveryWrite {
  personId: string;
  unitId: string | null;
  messageId: string;
  deliveredAt: Instant;
}

export interface ProductDeliveryRead {
  personId: string;
  personName: string;
  unitId: string | null;
  unitName: string | null;
  deliveredAt: Instant;
  readAt: Instant | null;
  acknowledgedAt: Instant | null;
}

export const insertProductDeliveries = (
  tx: Transaction,
  productId: string,
  rows: readonly ProductDeliveryWrite[],
): Promise<number> =>
  tx.execute(
    `insert into product_delivery (jurisdiction_id, product_id, person_id, unit_id, message_id, delivered_at)
     select $1, $2, d.person, d.unit, d.message, d.at
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[]) as d(person, unit, message, at)
     on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      productId,
      rows.map(({ personId }) => personId),
      rows.map(({ unitId }) => unitId),
      rows.map(({ messageId }) => messageId),
      rows.map(({ deliveredAt }) => deliveredAt),
    ],
  );

export const productDeliveries = (tx: Transaction, productId: string): Promise<ProductDeliveryRead[]> =>
  tx.query(
    `select d.person_id as "personId", p.name as "personName", d.unit_id as "unitId", u.name as "unitName",
       d.delivered_at as "deliveredAt", m.read_at as "readAt", d.acknowledged_at as "acknowledgedAt"
     from product_delivery d
     join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id
     left join unit u on u.jurisdiction_id = d.jurisdiction_id and u.id = d.unit_id
     left join message m on m.jurisdiction_id = d.jurisdiction_id and m.id = d.message_id
     where d.jurisdiction_id = $1 and d.product_id = $2 order by u.name nulls first, p.name, p.id`,
    [tx.scope.jurisdictionId, productId],
  );

/** Not delivered to this person, or acknowledged already: 0. */
export const acknowledgeDelivery = (
  tx: Transaction,
  productId: string,
  personId: string,
  at: Instant,
): Promise<number> =>
  tx.execute(
    `update product_delivery set acknowledged_at = $4
     where jurisdiction_id = $1 and product_id = $2 and person_id = $3 and acknowledged_at is null`,
    [tx.scope.jurisdictionId, productId, personId, at],
  );
