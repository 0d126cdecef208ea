import type { DocumentView } from '#core/contract/documents';
import { isDocumentType } from '#core/domain/document-types';
import { DOCUMENT_ERROR_CODES, type DocumentErrorCode } from '#core/domain/error-codes';
import { AppError } from '#core/platform/errors';
import type { DocumentRow } from '#core/store/documents';

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

const timeOrNull = (milliseconds: number | null): string | null => (milliseconds === null ? null : time(milliseconds));

/** Converts a row to its API form. */
export function documentView(row: DocumentRow): DocumentView {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    document_type: row.documentType !== null && isDocumentType(row.documentType) ? row.documentType : null,
    page_count: row.pageCount,
    file_size: row.fileSize,
    media_type: row.mediaType,
    sha256: row.sha256,
    priority: row.priority,
    external_id: row.externalId,
    workspace_id: row.workspaceId,
    batch_id: row.batchId,
    summary:
      row.fieldsProved === null
        ? null
        : {
            vendor_name: row.vendorName,
            vendor_state: row.vendorState,
            document_number: row.documentNumber,
            document_date: row.documentDate,
            total_amount: row.totalAmount,
            currency: row.currency,
            fields_proved: row.fieldsProved,
            fields_supported: row.fieldsSupported ?? 0,
            fields_to_review: row.fieldsToReview ?? 0,
            fields_confirmed: row.fieldsConfirmed ?? 0,
            stops: row.stops ?? row.fieldsToReview ?? 0,
          },
    duplicate_of:
      row.duplicateOf === null || row.duplicateReason === null
        ? null
        : { id: row.duplicateOf, reason: row.duplicateReason },
    assignee_id: row.assigneeId,
    lock:
      row.lockedBy === null || row.lockedUntil === null
        ? null
        : { user_id: row.lockedBy, until: time(row.lockedUntil) },
    postponed_until: timeOrNull(row.postponedUntil),
    review:
      row.reviewedBy === null || row.reviewedAt === null
        ? null
        : { by: row.reviewedBy, at: time(row.reviewedAt), reason: row.rejectionReason },
    first_approval:
      row.firstApprovedBy === null || row.firstApprovedAt === null
        ? null
        : { by: row.firstApprovedBy, at: time(row.firstApprovedAt) },
    deleted_at: timeOrNull(row.deletedAt),
    created_at: time(row.createdAt),
    updated_at: time(row.updatedAt),
    completed_at: timeOrNull(row.completedAt),
    ...(row.errorCode === null
      ? {}
      : { error: { code: documentErrorCode(row.errorCode), message: row.errorMessage ?? '' } }),
  };
}

function documentErrorCode(stored: string): DocumentErrorCode {
  return DOCUMENT_ERROR_CODES.find((code) => code === stored) ?? 'processing_failed';
}

/** The same error for missing documents and for those of other organizations. */
export const documentNotFound = (): AppError => new AppError('not_found', 'There is no such document.');
