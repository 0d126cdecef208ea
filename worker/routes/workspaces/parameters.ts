import { z } from '@hono/zod-openapi';

const id = (name: string, example: string) =>
  z
    .string()
    .max(64)
    .openapi({ param: { name, in: 'path' }, example });

/** A workspace id in the path. Not validated: anything the caller has no access to is not found. */
export const workspaceParameters = z.object({ id: id('id', 'wsp_01jd3v8e6s9k2m4p7q0r5t8w1x') });

export const workspaceMemberParameters = workspaceParameters.extend({
  member_id: id('member_id', 'mem_01jd3v8e6s9k2m4p7q0r5t8w1x'),
});
