import type { NextReviewBody } from '#core/contract/review';
import { isDocumentType } from '#core/domain/document-types';
import type { QueueFilter } from './ahead.ts';

const ORDERS: readonly NextReviewBody['order'][] = ['age', 'amount', 'vendor'];
/** The API rejects longer ids. */
const MAX_ID_LENGTH = 64;

/** The queue that a URL asks for, such as `/review?mine=1&order=amount`. Unknown values are ignored. */
export function queueFilterFrom(query: Readonly<Record<string, string>>): QueueFilter {
  const { order: wanted = '', mine = '', type = '', workspace = '' } = query;
  const order = ORDERS.find((each) => each === wanted);
  return {
    ...(order === undefined ? {} : { order }),
    ...(mine === '1' ? { mine: true } : {}),
    ...(isDocumentType(type) ? { document_type: type } : {}),
    ...(workspace === '' || workspace.length > MAX_ID_LENGTH ? {} : { workspace_id: workspace }),
  };
}
