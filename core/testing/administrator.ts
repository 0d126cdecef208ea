import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { connectControl } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';

/** Gives a person the power over the server, as the setting SYSTEM_ADMINISTRATORS does. */
export async function makeAdministrator(userId: string): Promise<void> {
  await connectControl(env.DB).update(users).set({ systemAdministratorAt: Date.now() }).where(eq(users.id, userId));
}
