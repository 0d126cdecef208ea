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

export const wordsKey = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId): string =>
  `${documentPrefix(organizationId, documentId)}/runs/${jobId}/words`;

export const pictureKey = (organizationId: OrganizationId, documentId: DocumentId, page: number): string =>
  `${documentPrefix(organizationId, documentId)}/pages/${page}.png`;
