/** What a permission can be granted on, one object at a time. */
export const GRANT_OBJECTS = ['document', 'workspace'] as const;
export type GrantObject = (typeof GRANT_OBJECTS)[number];

/** Whom it can be granted to: one member, everybody with a role, or everybody in a workspace. */
export const GRANT_SUBJECTS = ['member', 'role', 'workspace'] as const;
export type GrantSubject = (typeof GRANT_SUBJECTS)[number];
