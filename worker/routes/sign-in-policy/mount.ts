import type { Application } from '../../http/application.ts';
import { mountChangeSignInPolicy } from './change.ts';
import { mountReadSignInPolicy } from './read.ts';

export function mountSignInPolicyRoutes(app: Application): void {
  mountReadSignInPolicy(app);
  mountChangeSignInPolicy(app);
}
