import { env } from 'cloudflare:workers';
import { idEquals } from '#core/store/id-equals';
import { connectControl } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';

/** Earlier than any session, because sessions opened before the appointment have no administrator access. */
const LONG_AGO = 1;

/** Makes a user a system administrator, as the setting SYSTEM_ADMINISTRATORS does. */
export async function makeAdministrator(userId: string): Promise<void> {
  await connectControl(env.DB).update(users).set({ systemAdministratorAt: LONG_AGO }).where(idEquals(users.id, userId));
}
