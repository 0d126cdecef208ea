import type { Application } from '../../http/application.ts';
import { mountArchiveRule } from './archive.ts';
import { mountCreateRule } from './create.ts';
import { mountGetRule } from './get.ts';
import { mountListRules } from './list.ts';
import { mountReplaceRule } from './replace.ts';
import { mountSwitchRule } from './switch.ts';
import { mountTryRule } from './try.ts';

export function mountRuleRoutes(app: Application): void {
  mountListRules(app);
  mountCreateRule(app);
  mountTryRule(app);
  mountGetRule(app);
  mountReplaceRule(app);
  mountSwitchRule(app);
  mountArchiveRule(app);
}
