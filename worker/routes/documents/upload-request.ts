import { z } from '@hono/zod-openapi';
import { DOCUMENT_PRIORITIES } from '#core/domain/document-status';
import { DOCUMENT_TYPES } from '#core/domain/document-types';
import { MAX_IDEMPOTENCY_KEY_LENGTH } from '../../http/repeatable.ts';

export const uploadHeaders = z.object({
  'idempotency-key': z.string().optional().openapi({
    maxLength: MAX_IDEMPOTENCY_KEY_LENGTH,
    description: 'Repeating a request with the same key and file returns the same document.',
  }),
});

const text = (description: string) => ({ type: 'string' as const, maxLength: 200, description });

/**
 * Body of an upload, for the OpenAPI document only. A plain schema, because with a zod schema the framework would read
 * the whole body before its size is checked (http/read-upload.ts).
 */
export const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file'],
        properties: {
          file: {
            type: 'string' as const,
            format: 'binary',
            description:
              'PDF, PNG, JPEG, TIFF, WebP, GIF, BMP, UBL/CII/FatturaPA XML, DOCX, XLSX, CSV, HTML, text, EML, ZIP or P7M; its content decides what it is',
          },
          document_type: { type: 'string' as const, enum: [...DOCUMENT_TYPES], description: 'Skips classification' },
          template_id: text('Template to read it by'),
          workspace_id: text('Workspace it belongs to'),
          batch_id: text('Batch it belongs to'),
          external_id: text('Your own reference'),
          priority: { type: 'string' as const, enum: [...DOCUMENT_PRIORITIES] },
        },
      },
    },
  },
};
