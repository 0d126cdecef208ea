import type { Application } from '../../http/application.ts';
import { mountArchiveTemplate } from './archive.ts';
import { mountCreateTemplate } from './create.ts';
import { mountGetTemplate } from './get.ts';
import { mountListTemplates } from './list.ts';
import { mountReplaceTemplate } from './replace.ts';

export function mountTemplateRoutes(app: Application): void {
  mountListTemplates(app);
  mountCreateTemplate(app);
  mountGetTemplate(app);
  mountReplaceTemplate(app);
  mountArchiveTemplate(app);
}
