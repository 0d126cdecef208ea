import { isPictureType } from '../image/decode-picture.ts';
import { DOCX } from '../office/read-docx.ts';
import { XLSX } from '../office/read-xlsx.ts';

/** Containers: files that hold documents. */
export const CONTAINER_TYPES = ['message/rfc822', 'application/zip', 'application/pkcs7-mime'] as const;
export type ContainerType = (typeof CONTAINER_TYPES)[number];

export function isContainerType(mediaType: string): mediaType is ContainerType {
  return CONTAINER_TYPES.some((known) => known === mediaType);
}

const DOCUMENT_TYPES = new Set([
  'application/pdf',
  'application/xml',
  DOCX,
  XLSX,
  'text/csv',
  'text/html',
  'text/plain',
]);

/** True for types that can be a document inside a mail or an archive. */
export function isReadableInside(mediaType: string | undefined): boolean {
  if (mediaType === undefined) return false;
  return DOCUMENT_TYPES.has(mediaType) || isPictureType(mediaType) || isContainerType(mediaType);
}
