import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';

/** R2 keys. Every key starts with the organization and the document, so erasing either is one prefix. */
export const documentPrefix = (organizationId: OrganizationId, documentId: DocumentId) =>
  `${organizationId}/${documentId}`;

export const logoKey = (organizationId: OrganizationId, sha256: string): string =>
  `${organizationId}/branding/${sha256}`;

export const originalKey = (organizationId: OrganizationId, documentId: DocumentId): string =>
  `${documentPrefix(organizationId, documentId)}/original`;

export const resultKey = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId): string =>
  `${documentPrefix(organizationId, documentId)}/runs/${jobId}/result.json`;

/** A corrected result. `token` is unique: corrections made at the same time never write to one key. */
export const resultVersionKey = (
  organizationId: OrganizationId,
  documentId: DocumentId,
  jobId: JobId,
  version: number,
  token: string,
): string => `${documentPrefix(organizationId, documentId)}/runs/${jobId}/versions/${version}-${token}.json`;

export const wordsKey = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId): string =>
  `${documentPrefix(organizationId, documentId)}/runs/${jobId}/words`;

export const pictureKey = (organizationId: OrganizationId, documentId: DocumentId, page: number): string =>
  `${documentPrefix(organizationId, documentId)}/pages/${page}.png`;

/** A part of an export's file; spreadsheets have two sheets. */
export const exportPrefix = (organizationId: OrganizationId, exportId: string): string =>
  `${organizationId}/exports/${exportId}/`;

export const exportPartKey = (organizationId: OrganizationId, exportId: string, part: number, sheet: number): string =>
  `${exportPrefix(organizationId, exportId)}${part}.${sheet}`;
