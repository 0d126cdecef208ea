import { z } from '@hono/zod-openapi';
import { COLOR_FORM } from '../domain/color.ts';

const color = z.string().regex(COLOR_FORM, 'Write the colour as #rrggbb, lower case.').openapi({ example: '#0a633e' });

/** How an organization looks on pages and in mails. */
export const brandingSchema = z
  .object({
    color: z.string().nullable(),
    /** Path of the picture on this server; its address changes with the picture. */
    logo_url: z.string().nullable(),
  })
  .openapi('Branding');

export const updateBrandingBodySchema = z.object({ color: color.nullable() }).openapi('UpdateBrandingBody');

export type BrandingView = z.infer<typeof brandingSchema>;
