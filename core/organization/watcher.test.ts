import { expect, test } from 'vitest';
import { hearsOf, type Watcher, writeWatcher } from './watcher.ts';

const watcher = (places: Partial<Watcher['places']>): Watcher => ({
  userId: 'usr_a' as Watcher['userId'],
  organizationId: 'org_a' as Watcher['organizationId'],
  credential: { kind: 'api_key', id: 'key_a', ip: null },
  places: { everywhere: false, unassigned: false, workspaceIds: [], documentIds: [], ...places },
});

test.each([
  ['everything', watcher({ everywhere: true }), [true, true, true]],
  ['what lies in no workspace', watcher({ unassigned: true }), [false, true, false]],
  ['a workspace', watcher({ workspaceIds: ['wsp_a'] }), [true, false, false]],
  ['another workspace', watcher({ workspaceIds: ['wsp_b'] }), [false, false, false]],
  ['the one document', watcher({ documentIds: ['doc_a'] }), [true, true, true]],
  ['nothing', watcher({}), [false, false, false]],
])('who reaches %s hears of that and of nothing else', (_name, who, [inWorkspace, inNone, unknown]) => {
  expect(hearsOf(who, 'doc_a', 'wsp_a')).toBe(inWorkspace);
  expect(hearsOf(who, 'doc_a', null)).toBe(inNone);
  expect(hearsOf(who, 'doc_a', undefined)).toBe(unknown);
});

test('however much somebody reaches, a socket can keep it', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => `wsp_${String(at).padStart(26, '0')}`);
  expect(writeWatcher(watcher({ workspaceIds: many, documentIds: many })).length).toBeLessThan(8_000);
});
