import { uploadFormSchema } from '#core/contract/documents';
import { AppError } from '#core/platform/errors';
import type { Upload } from '../services/documents/accept.ts';
import { MAX_IDEMPOTENCY_KEY_LENGTH } from './repeatable.ts';

/**
 * Reads the multipart body of an upload. Its size is limited by `limitBody`.
 *
 * @throws AppError `bad_request`, `validation_failed`
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) {
    throw new AppError('bad_request', 'Send the file as multipart/form-data in the part `file`.');
  }
  let form: FormData;
  try {
    form = await request.formData();
  } catch (error) {
    throw new AppError('bad_request', 'The multipart body is malformed.', { cause: error });
  }
  return uploadOf(form, request.headers.get('idempotency-key'));
}

function uploadOf(form: FormData, idempotencyKey: string | null): Upload {
  const files = form.getAll('file');
  const [file] = files;
  if (files.length !== 1 || !(file instanceof File)) {
    throw new AppError('validation_failed', 'Send exactly one part `file` with a file name.', {
      errors: [{ path: 'form.file', message: 'one file is needed' }],
    });
  }
  const texts = [...form.entries()].filter(
    ([name, value]) => name !== 'file' && typeof value === 'string' && value !== '',
  );
  const parsed = uploadFormSchema.safeParse({ ...Object.fromEntries(texts), file });
  if (!parsed.success) {
    throw new AppError('validation_failed', 'A form field does not match the schema.', {
      errors: parsed.error.issues.map((issue) => ({ path: ['form', ...issue.path].join('.'), message: issue.message })),
    });
  }
  if (idempotencyKey !== null && (idempotencyKey === '' || idempotencyKey.length > MAX_IDEMPOTENCY_KEY_LENGTH)) {
    throw new AppError('bad_request', `Idempotency-Key must have 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} characters.`);
  }
  const { document_type, template_id, workspace_id, batch_id, external_id, priority } = parsed.data;
  return {
    file,
    documentType: document_type,
    templateId: template_id,
    workspaceId: workspace_id,
    batchId: batch_id,
    externalId: external_id,
    priority,
    idempotencyKey: idempotencyKey ?? undefined,
  };
}
