import type { Application } from '../../http/application.ts';
import { mountBeginMfaSetup } from './begin-setup.ts';
import { mountConfirmTotp } from './confirm-totp.ts';
import { mountFinishMfaSetup } from './finish-setup.ts';
import { mountProposeTotp } from './propose-totp.ts';
import { mountReadMfaStatus } from './read-status.ts';
import { mountRemoveTotp } from './remove-totp.ts';
import { mountRenewRecoveryCodes } from './renew-recovery-codes.ts';
import { mountVerifyMfa } from './verify.ts';

export function mountMfaRoutes(app: Application): void {
  mountVerifyMfa(app);
  mountBeginMfaSetup(app);
  mountFinishMfaSetup(app);
  mountReadMfaStatus(app);
  mountProposeTotp(app);
  mountConfirmTotp(app);
  mountRemoveTotp(app);
  mountRenewRecoveryCodes(app);
}
