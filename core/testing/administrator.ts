import { env } from 'cloudflare:workers';
import { idEquals } from '#core/store/id-equals';
import { connectControl } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';

/** Before any session was opened: sessions from before the appointment have no power. */
const LONG_AGO = 1;

/** Gives a person the power over the server, as the setting SYSTEM_ADMINISTRATORS does. */
export async function makeAdministrator(userId: string): Promise<void> {
  await connectControl(env.DB).update(users).set({ systemAdministratorAt: LONG_AGO }).where(idEquals(users.id, userId));
}
