import type { Application } from '../../http/application.ts';
import { mountCorrectResult } from './correct-result.ts';
import { mountCountDocuments } from './count.ts';
import { mountCreateDocument } from './create.ts';
import { mountGetDocument } from './get.ts';
import { mountGetOriginal } from './get-original.ts';
import { mountGetPagePicture } from './get-page.ts';
import { mountGetPageWords } from './get-page-words.ts';
import { mountGetResult } from './get-result.ts';
import { mountGetRunResult } from './get-run-result.ts';
import { mountListDocuments } from './list.ts';
import { mountListDocumentEvents } from './list-events.ts';
import { mountListDocumentPermissions } from './list-permissions.ts';
import { mountListDocumentRuns } from './list-runs.ts';
import { mountListResultVersions } from './list-versions.ts';
import { mountMoveDocument } from './move.ts';
import { mountProcessDocument } from './process-now.ts';

export function mountDocumentRoutes(app: Application): void {
  mountCreateDocument(app);
  mountProcessDocument(app);
  mountListDocuments(app);
  // Before the document with an id.
  mountCountDocuments(app);
  mountGetDocument(app);
  mountGetResult(app);
  mountCorrectResult(app);
  mountListResultVersions(app);
  mountListDocumentRuns(app);
  mountGetRunResult(app);
  mountGetOriginal(app);
  mountGetPagePicture(app);
  mountGetPageWords(app);
  mountListDocumentEvents(app);
  mountListDocumentPermissions(app);
  mountMoveDocument(app);
}
