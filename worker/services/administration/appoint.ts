import { newId } from '#core/platform/ids';
import { listFutureAdministrators, setAdministrator } from '#core/store/administrators';
import type { Dependencies } from '../context.ts';

/**
 * Appoints the system administrators named in SYSTEM_ADMINISTRATORS once they have an account and verified the address.
 * Registering with someone else's address is not enough.
 */
export async function appointFirstAdministrators({
  control,
  firstAdministrators,
  now,
}: Pick<Dependencies, 'control' | 'firstAdministrators' | 'now'>): Promise<void> {
  if (firstAdministrators.length === 0) return;
  for (const userId of await listFutureAdministrators(control, firstAdministrators)) {
    const at = now();
    await setAdministrator(control, userId, true, {
      actorKind: 'system',
      actorId: 'deployment',
      action: 'user.administrator_changed',
      targetKind: 'user',
      targetId: userId,
      outcome: 'success',
      requestId: newId('request', at),
      ip: null,
      userAgent: null,
      changes: { system_administrator: [false, true] },
      occurredAt: at,
    });
  }
}
