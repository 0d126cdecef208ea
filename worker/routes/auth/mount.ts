import type { Application } from '../../http/application.ts';
import { mountListOrganizations } from './list-organizations.ts';
import { mountLogin } from './login.ts';
import { mountLogout } from './logout.ts';
import { mountMe } from './me.ts';
import { mountRefresh } from './refresh.ts';
import { mountRegister } from './register.ts';
import { mountSwitchOrganization } from './switch-organization.ts';

export function mountAuthRoutes(app: Application): void {
  mountRegister(app);
  mountLogin(app);
  mountRefresh(app);
  mountLogout(app);
  mountMe(app);
  mountSwitchOrganization(app);
  mountListOrganizations(app);
}
