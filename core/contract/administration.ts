import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { PLANS } from '../domain/plans.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';

const search = z.string().trim().min(1).max(100).optional();

export const administratedUserQuerySchema = pageQuerySchema.extend({
  q: search.openapi({ description: 'Part of the e-mail, the name or the id' }),
  status: z.string().max(20).optional().openapi({ example: 'suspended' }),
});

const membershipSchema = z.object({
  organization_id: z.string(),
  name: z.string(),
  role: z.string(),
  status: z.string(),
});

/** A user as system administrators see them: identity and memberships, no documents. */
export const administratedUserSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    status: z.string(),
    email_verified: z.boolean(),
    system_administrator: z.boolean(),
    created_at: z.string(),
    organizations: z.array(membershipSchema),
  })
  .openapi('AdministratedUser');

export const administratedUserListSchema = listOf(administratedUserSchema, 'AdministratedUserList');

export const administrateUserBodySchema = z
  .object({
    status: z.enum(['active', 'suspended']).optional(),
    system_administrator: z.boolean().optional(),
  })
  .refine((body) => body.status !== undefined || body.system_administrator !== undefined, 'Name at least one field.')
  .openapi('AdministrateUserBody');

export const administratedOrganizationQuerySchema = pageQuerySchema.extend({
  q: search.openapi({ description: 'Part of the name, the slug or the id' }),
  status: z.string().max(20).optional(),
  plan: z.enum(PLANS).optional(),
});

export const administratedOrganizationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    plan: z.enum(PLANS),
    status: z.string(),
    members: z.number().int(),
    created_at: z.string(),
  })
  .openapi('AdministratedOrganization');

export const administratedOrganizationListSchema = listOf(
  administratedOrganizationSchema,
  'AdministratedOrganizationList',
);

export const administrateOrganizationBodySchema = z
  .object({ plan: z.enum(PLANS).optional(), status: z.enum(['active', 'suspended']).optional() })
  .refine((body) => body.plan !== undefined || body.status !== undefined, 'Name at least one field.')
  .openapi('AdministrateOrganizationBody');

export const impersonateBodySchema = z
  .object({
    organization_id: z.string().min(1).max(64),
    reason: nameText(INPUT_LIMITS.reason, 5).openapi({ example: 'Support request 4711: cannot see a document' }),
  })
  .openapi('ImpersonateBody');

export const serverSettingsSchema = z
  .object({
    data: z.array(
      z.object({ name: z.string(), value: z.string().nullable(), is_default: z.boolean(), meaning: z.string() }),
    ),
  })
  .openapi('ServerSettings');

export const serverHealthSchema = z
  .object({
    parts: z.array(z.object({ name: z.string(), ok: z.boolean(), latency_ms: z.number() })),
    jobs_queued: z.number().int(),
    jobs_processing: z.number().int(),
    /** Jobs in progress whose lease has expired. The sweeper picks them up. */
    jobs_stuck: z.number().int(),
    jobs_failed_last_day: z.number().int(),
    mails_waiting: z.number().int(),
    mails_dead: z.number().int(),
    audit_events_unsealed: z.number().int(),
  })
  .openapi('ServerHealth');

export const administratedJobQuerySchema = pageQuerySchema.extend({
  kind: z.enum(['stuck', 'failed']).default('stuck'),
});

/** A job as system administrators see it: only the document's id, no content. */
export const administratedJobSchema = z
  .object({
    id: z.string(),
    organization_id: z.string(),
    document_id: z.string(),
    status: z.string(),
    attempts: z.number().int(),
    error_code: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('AdministratedJob');

export const administratedJobListSchema = listOf(administratedJobSchema, 'AdministratedJobList');

export type AdministratedUser = z.infer<typeof administratedUserSchema>;
export type AdministratedUserList = z.infer<typeof administratedUserListSchema>;
export type AdministratedUserQuery = z.infer<typeof administratedUserQuerySchema>;
export type AdministrateUserBody = z.infer<typeof administrateUserBodySchema>;
export type AdministratedOrganization = z.infer<typeof administratedOrganizationSchema>;
export type AdministratedOrganizationList = z.infer<typeof administratedOrganizationListSchema>;
export type AdministratedOrganizationQuery = z.infer<typeof administratedOrganizationQuerySchema>;
export type AdministrateOrganizationBody = z.infer<typeof administrateOrganizationBodySchema>;
export type ImpersonateBody = z.infer<typeof impersonateBodySchema>;
export type ServerSettings = z.infer<typeof serverSettingsSchema>;
export type ServerHealth = z.infer<typeof serverHealthSchema>;
export type AdministratedJob = z.infer<typeof administratedJobSchema>;
export type AdministratedJobList = z.infer<typeof administratedJobListSchema>;
export type AdministratedJobQuery = z.infer<typeof administratedJobQuerySchema>;
