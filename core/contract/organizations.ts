import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { personName } from './identity.ts';

export const slug = z
  .string()
  .regex(
    new RegExp(`^[a-z0-9](?:[a-z0-9-]{0,${INPUT_LIMITS.slug - 2}}[a-z0-9])?$`),
    'Use lower-case letters, digits and single dashes between them.',
  )
  .openapi({ example: 'analytical-engines' });

export const createOrganizationBodySchema = z.object({ name: personName }).openapi('CreateOrganizationBody');

export const updateOrganizationBodySchema = z
  .object({ name: personName.optional(), slug: slug.optional() })
  .refine((body) => body.name !== undefined || body.slug !== undefined, 'Name at least one field to change.')
  .openapi('UpdateOrganizationBody');

export const transferOwnershipBodySchema = z
  .object({ member_id: z.string().min(1).max(64) })
  .openapi('TransferOwnershipBody');

export type CreateOrganizationBody = z.infer<typeof createOrganizationBodySchema>;
export type UpdateOrganizationBody = z.infer<typeof updateOrganizationBodySchema>;
