import type { Application } from '../../http/application.ts';
import { mountBeginPasskeyRegistration } from './begin-registration.ts';
import { mountBeginPasskeySignIn } from './begin-sign-in.ts';
import { mountListPasskeys } from './list.ts';
import { mountRegisterPasskey } from './register.ts';
import { mountRemovePasskey } from './remove.ts';
import { mountRenamePasskey } from './rename.ts';
import { mountPasskeySignIn } from './sign-in.ts';

export function mountPasskeyRoutes(app: Application): void {
  mountBeginPasskeyRegistration(app);
  mountRegisterPasskey(app);
  mountListPasskeys(app);
  mountRenamePasskey(app);
  mountRemovePasskey(app);
  mountBeginPasskeySignIn(app);
  mountPasskeySignIn(app);
}
