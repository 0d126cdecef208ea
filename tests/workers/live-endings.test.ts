import { createExecutionContext, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { sessionListSchema } from '#core/contract/account';
import { connectControl } from '#core/db/connect';
import { permissionBits } from '#core/domain/permissions';
import { newId } from '#core/platform/ids';
import { makeAdministrator } from '#core/testing/administrator';
import { type Answer, call } from '#core/testing/call';
import { type LiveWatch, watchLive } from '#core/testing/live';
import { untilMail } from '#core/testing/mail';
import type { Member } from '#core/testing/members';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import { PATIENCE_MS } from '#core/testing/patience';
import { addAuthenticator } from '#core/testing/second-factor';
import { mintApiKey, type Owner, PASSWORD, signInAgain } from '#core/testing/sign-up';
import { sweep } from '../../worker/sweep.ts';

/**
 * A live socket closes when the credential that opened it ends. In these tests the periodic check does not run
 * (LIVE_CHECK_SECONDS is minutes), so a socket is closed only by the change that ended the credential.
 */
const CHANGED = 4001;
const NEW_PASSWORD = 'an entirely different one';

interface Scene {
  readonly owner: Owner;
  readonly member: Member;
  /** Another session of the member. */
  readonly second: Owner;
  readonly key: { readonly id: string; readonly secret: string };
  /** System administrator from another organization. */
  readonly administrator: Owner;
}

async function scene(): Promise<Scene> {
  const organizationId = await mintOrganization();
  const owner = await mintPerson(organizationId, 'owner');
  const member = await mintPerson(organizationId, 'admin');
  const administrator = await mintPerson(await mintOrganization(), 'owner');
  await makeAdministrator(administrator.userId);
  return { owner, member, second: await signInAgain(member), key: await mintApiKey(member), administrator };
}

const ask = async (method: string, path: string, token: string | undefined, json?: unknown): Promise<Answer> => {
  const answer = await call(method, `/api/v1${path}`, { token, ...(json === undefined ? {} : { json }) });
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
  return answer;
};

type Socket = 'session' | 'second' | 'key' | 'owner';

interface Ending {
  readonly end: (scene: Scene) => Promise<unknown>;
  readonly closes: readonly Socket[];
}

const ENDINGS: Readonly<Record<string, Ending>> = {
  'signing out': { end: ({ member }) => ask('POST', '/auth/logout', member.accessToken), closes: ['session'] },
  'revoking the session from another one': {
    end: async ({ second }) => {
      const list = await ask('GET', '/auth/sessions', second.accessToken);
      const other = sessionListSchema.parse(list.json).data.find((each) => !each.current);
      await ask('DELETE', `/auth/sessions/${other?.id}`, second.accessToken);
    },
    closes: ['session'],
  },
  'a spent refresh token that comes back': {
    end: async ({ second }) => {
      await ask('POST', '/auth/refresh', undefined, { refresh_token: second.refreshToken });
      await env.DB.prepare(
        'UPDATE refresh_tokens SET used_at = used_at - 600000 WHERE used_at IS NOT NULL AND session_id IN (SELECT id FROM sessions WHERE user_id = ?)',
      )
        .bind(second.userId)
        .run();
      await call('POST', '/api/v1/auth/refresh', { json: { refresh_token: second.refreshToken } });
    },
    closes: ['second'],
  },
  'changing the password in another session': {
    end: ({ second }) =>
      ask('POST', '/auth/change-password', second.accessToken, {
        current_password: PASSWORD,
        new_password: NEW_PASSWORD,
      }),
    closes: ['session'],
  },
  'resetting the password': {
    end: async ({ member }) => {
      await ask('POST', '/auth/forgot-password', undefined, { email: member.email });
      const { token } = await untilMail(member.email, '/reset-password');
      await ask('POST', '/auth/reset-password', undefined, { token, password: NEW_PASSWORD });
    },
    closes: ['session', 'second'],
  },
  'a first second factor': { end: ({ second }) => addAuthenticator(second), closes: ['session'] },
  'revoking the key': {
    end: ({ owner, key }) => ask('DELETE', `/api-keys/${key.id}`, owner.accessToken),
    closes: ['key'],
  },
  'binding the key to networks': {
    end: ({ owner, key }) =>
      ask('PATCH', `/api-keys/${key.id}`, owner.accessToken, { allowed_networks: ['192.0.2.0/24'] }),
    closes: ['key'],
  },
  'removing the member': {
    end: ({ owner, member }) => ask('DELETE', `/members/${member.memberId}`, owner.accessToken),
    closes: ['session', 'second', 'key'],
  },
  'another role': {
    end: ({ owner, member }) => ask('PATCH', `/members/${member.memberId}`, owner.accessToken, { role: 'viewer' }),
    closes: ['session', 'second', 'key'],
  },
  'suspending the person': {
    end: ({ administrator, member }) =>
      ask('PATCH', `/admin/users/${member.userId}`, administrator.accessToken, { status: 'suspended' }),
    closes: ['session', 'second', 'key'],
  },
  'resetting the second factors': {
    end: ({ administrator, member }) =>
      ask('POST', `/admin/users/${member.userId}/reset-mfa`, administrator.accessToken, {}),
    closes: ['session', 'second'],
  },
  'suspending the organization': {
    end: ({ administrator, owner }) =>
      ask('PATCH', `/admin/organizations/${owner.organizationId}`, administrator.accessToken, { status: 'suspended' }),
    closes: ['session', 'second', 'key', 'owner'],
  },
  'the end of the organization': {
    end: async ({ owner }) => {
      await ask('DELETE', `/organizations/${owner.organizationId}`, owner.accessToken);
      await env.DB.prepare('UPDATE organizations SET deletes_at = 1 WHERE id = ?').bind(owner.organizationId).run();
      await sweep(env, createExecutionContext());
    },
    closes: ['session', 'second', 'key', 'owner'],
  },
};

async function open({ owner, member, second, key }: Scene): Promise<Readonly<Record<Socket, LiveWatch>>> {
  return {
    session: await watchLive(member.accessToken),
    second: await watchLive(second.accessToken),
    key: await watchLive(key.secret),
    owner: await watchLive(owner.accessToken),
  };
}

describe('a live socket is closed by', () => {
  test.each(Object.entries(ENDINGS))('%s, and no other one is', async (_name, { end, closes }) => {
    const set = await scene();
    const sockets = await open(set);
    // The check after the handshake is over: from here on only the ending closes the socket.
    await runDurableObjectAlarm(env.ORGANIZATIONS.get(env.ORGANIZATIONS.idFromName(set.owner.organizationId)));
    await end(set);
    for (const name of closes) expect([name, await sockets[name].closed]).toEqual([name, CHANGED]);
    const others = (Object.keys(sockets) as Socket[]).filter((name) => !closes.includes(name));
    expect(others.filter((name) => !sockets[name].isOpen())).toEqual([]);
    for (const name of others) sockets[name].close();
  });
});

/** Changes without a notification of the object: a lost push, or an expiry. */
const UNTOLD: Readonly<
  Record<string, { readonly sql: string; readonly bind: (scene: Scene) => string; readonly closes: readonly Socket[] }>
> = {
  'a session revoked': {
    sql: `UPDATE sessions SET revoked_at = 1 WHERE id = (SELECT min(id) FROM sessions WHERE user_id = ?)`,
    bind: ({ member }) => member.userId,
    closes: ['session'],
  },
  'sessions that ran out': {
    sql: 'UPDATE sessions SET expires_at = 1 WHERE user_id = ?',
    bind: ({ member }) => member.userId,
    closes: ['session', 'second'],
  },
  'a key that ran out': {
    sql: 'UPDATE api_keys SET expires_at = 1 WHERE id = ?',
    bind: ({ key }) => key.id,
    closes: ['key'],
  },
  'a key bound to networks': {
    sql: `UPDATE api_keys SET allowed_networks = '["192.0.2.0/24"]' WHERE id = ?`,
    bind: ({ key }) => key.id,
    closes: ['key'],
  },
  'a key that may no longer read documents': {
    sql: `UPDATE api_keys SET permissions = '${permissionBits(['templates.read'])}' WHERE id = ?`,
    bind: ({ key }) => key.id,
    closes: ['key'],
  },
  'a member removed': {
    sql: 'DELETE FROM memberships WHERE id = ?',
    bind: ({ member }) => member.memberId,
    closes: ['session', 'second', 'key'],
  },
  'a person suspended': {
    sql: `UPDATE users SET status = 'suspended' WHERE id = ?`,
    bind: ({ member }) => member.userId,
    closes: ['session', 'second', 'key'],
  },
  'an organization suspended': {
    sql: `UPDATE organizations SET status = 'suspended' WHERE id = ?`,
    bind: ({ owner }) => owner.organizationId,
    closes: ['session', 'second', 'key', 'owner'],
  },
};

describe('the check of the object itself closes the socket of', () => {
  test.each(Object.entries(UNTOLD))('%s, and no other one', async (_name, { sql, bind, closes }) => {
    const set = await scene();
    const sockets = await open(set);
    const stub = env.ORGANIZATIONS.get(env.ORGANIZATIONS.idFromName(set.owner.organizationId));
    await runDurableObjectAlarm(stub);
    expect((Object.keys(sockets) as Socket[]).filter((name) => !sockets[name].isOpen())).toEqual([]);
    await env.DB.prepare(sql).bind(bind(set)).run();
    // An alarm that runs by itself at this moment leaves none to run here; the next one is scheduled at its end.
    await expect
      .poll(
        async () => {
          await runDurableObjectAlarm(stub);
          return closes.every((name) => !sockets[name].isOpen());
        },
        { timeout: PATIENCE_MS },
      )
      .toBe(true);
    for (const name of closes) expect([name, await sockets[name].closed]).toEqual([name, CHANGED]);
    const others = (Object.keys(sockets) as Socket[]).filter((name) => !closes.includes(name));
    expect(others.filter((name) => !sockets[name].isOpen())).toEqual([]);
    // The check goes on while sockets are open.
    if (others.length > 0) await expect.poll(() => runDurableObjectAlarm(stub), { timeout: PATIENCE_MS }).toBe(true);
    for (const name of others) sockets[name].close();
  });

  test('an impersonation whose administrator lost the power', async () => {
    const { owner, administrator, member } = await scene();
    const begun = await ask('POST', `/admin/users/${member.userId}/impersonate`, administrator.accessToken, {
      reason: 'looking into a report',
      organization_id: owner.organizationId,
    });
    const { access_token: token }: { access_token?: string } = Object(begun.json);
    const socket = await watchLive(String(token));
    await env.DB.prepare('UPDATE users SET system_administrator_at = NULL WHERE id = ?')
      .bind(administrator.userId)
      .run();
    await runDurableObjectAlarm(env.ORGANIZATIONS.get(env.ORGANIZATIONS.idFromName(owner.organizationId)));
    expect(await socket.closed).toBe(CHANGED);
  });

  test('whoever watches through a workspace that was closed to them', async () => {
    const { owner, member } = await scene();
    await ask('PATCH', `/members/${member.memberId}`, owner.accessToken, { role: 'viewer' });
    const again = await signInAgain(member);
    const id = newId('workspace', Date.now());
    await ask('POST', '/workspaces', owner.accessToken, { name: `Open ${id}`, access: 'open' });
    const socket = await watchLive(again.accessToken);
    const stub = env.ORGANIZATIONS.get(env.ORGANIZATIONS.idFromName(owner.organizationId));
    await runDurableObjectAlarm(stub);
    expect(socket.isOpen()).toBe(true);
    await connectControl(env.DB).run(
      `UPDATE workspaces SET access = 'restricted' WHERE organization_id = '${owner.organizationId}'`,
    );
    await runDurableObjectAlarm(stub);
    expect(await socket.closed).toBe(CHANGED);
  });
});
