import { describe, expect, it } from 'vitest';
import type { GrantView } from '#core/contract/grants';
import type { EffectivePermissions } from '#core/contract/members';
import { permissionsOfRole } from '#core/domain/roles';
import { permissionsOnObject } from './permissions-on-object.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

const member = (rest: Partial<EffectivePermissions> = {}): EffectivePermissions => ({
  member_id: 'mem_1',
  role: 'viewer',
  role_name: 'viewer',
  permissions: [...permissionsOfRole('viewer')],
  workspaces: [],
  grants: [],
  ...rest,
});

const grant = (rest: Partial<GrantView>): GrantView => ({
  id: 'grt_1',
  object_kind: 'workspace',
  object_id: 'wsp_1',
  subject_kind: 'member',
  subject_id: 'mem_1',
  permissions: ['documents.read'],
  granted_by: 'usr_1',
  created_at: '2026-01-01T00:00:00Z',
  expires_at: null,
  ...rest,
});

const restricted = { kind: 'workspace', workspace: { id: 'wsp_1', access: 'restricted' } } as const;
const open = { kind: 'workspace', workspace: { id: 'wsp_1', access: 'open' } } as const;

describe('permissions of a member on a workspace', () => {
  it('are those of their role in an open workspace, and none in a restricted one they do not belong to', () => {
    expect(permissionsOnObject(open, member(), [], NOW)).toEqual(['workspaces.read', 'documents.read']);
    expect(permissionsOnObject(restricted, member(), [], NOW)).toEqual([]);
  });

  it('are those of their workspace role where they have one', () => {
    const own = { id: 'wsp_1', name: 'W', access: 'restricted', role: 'editor', permissions: [] } as const;
    const may = permissionsOnObject(restricted, member({ workspaces: [{ ...own, permissions: [] }] }), [], NOW);
    expect(may).toContain('documents.update');
    expect(may).not.toContain('documents.approve');
  });

  it('include grants to them, to their role and to their workspaces, until the grants expire', () => {
    const elsewhere = { id: 'wsp_2', name: 'V', access: 'open', role: 'viewer', permissions: [] } as const;
    const who = member({ workspaces: [{ ...elsewhere, permissions: [] }] });
    const may = (each: GrantView) => permissionsOnObject(restricted, who, [each], NOW);
    expect(may(grant({}))).toEqual(['documents.read']);
    expect(may(grant({ subject_kind: 'role', subject_id: 'viewer' }))).toEqual(['documents.read']);
    expect(may(grant({ subject_kind: 'workspace', subject_id: 'wsp_2' }))).toEqual(['documents.read']);
    expect(may(grant({ subject_id: 'mem_2' }))).toEqual([]);
    expect(may(grant({ subject_kind: 'role', subject_id: 'user' }))).toEqual([]);
    expect(may(grant({ expires_at: '2026-05-31T00:00:00Z' }))).toEqual([]);
  });
});

it('permissions on a template are those of the role and of the grants on it', () => {
  const place = { kind: 'template', id: 'tpl_1' } as const;
  const given = grant({ object_kind: 'template', object_id: 'tpl_1', permissions: ['templates.manage'] });
  expect(permissionsOnObject(place, member(), [], NOW)).toEqual(['templates.read']);
  expect(permissionsOnObject(place, member(), [given], NOW)).toEqual(['templates.read', 'templates.manage']);
});
