/** What the document list can be ordered by. */
export const DOCUMENT_ORDERS = ['created_at', 'name', 'vendor', 'document_date', 'total', 'status', 'stops'] as const;
export type DocumentOrder = (typeof DOCUMENT_ORDERS)[number];

/** `-` for descending. */
export type DocumentSort = DocumentOrder | `-${DocumentOrder}`;

/** Characters of a cursor: the longest name (255 characters of 3 bytes), its order and an id, in JSON and base64url. */
export const MAX_SORT_CURSOR = 2_400;
