import { WorkerEntrypoint } from 'cloudflare:workers';
import type { Fingerprint } from '#core/blobs/verified';
import type { DocumentType } from '#core/domain/document-types';
import type { DocumentId, OrganizationId } from '#core/domain/id';
import type { EngineService, ProcessReport, ReadAgainReport, RenderReport } from '#core/jobs/engine-service';
import type { JobMessage } from '#core/jobs/message';
import { newId } from '#core/platform/ids';
import { consumeBatch } from './consume.ts';
import { createDependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { readOriginalAgain } from './handlers/read-again.ts';
import { renderStoredPage } from './handlers/render-page.ts';
import { runJob } from './pipeline/run.ts';

/** RPC interface for the API Worker. Not reachable from outside. */
export class EngineEntrypoint extends WorkerEntrypoint<Environment> implements EngineService {
  processNow(message: JobMessage): Promise<ProcessReport> {
    return runJob(createDependencies(this.env, message.requestId), message);
  }

  renderPage(
    organizationId: OrganizationId,
    documentId: DocumentId,
    page: number,
    original: Fingerprint,
  ): Promise<RenderReport> {
    const dependencies = createDependencies(this.env, newId('request', Date.now()));
    return renderStoredPage(dependencies, organizationId, documentId, page, original);
  }

  readAgain(
    organizationId: OrganizationId,
    documentId: DocumentId,
    documentType: DocumentType,
    original: Fingerprint,
  ): Promise<ReadAgainReport> {
    const dependencies = createDependencies(this.env, newId('request', Date.now()));
    return readOriginalAgain(dependencies, organizationId, documentId, documentType, original);
  }
}

export default {
  queue: (batch, env) => consumeBatch(batch, env),
} satisfies ExportedHandler<Environment>;
