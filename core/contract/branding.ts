import { z } from '@hono/zod-openapi';
import { COLOR_FORM } from '../domain/color.ts';

const color = z.string().regex(COLOR_FORM, 'Write the colour as #rrggbb, lower case.').openapi({ example: '#0a633e' });

/** Branding of an organization's pages and emails. */
export const brandingSchema = z
  .object({
    color: z.string().nullable(),
    /** Path of the logo on this server. The path changes with the image. */
    logo_url: z.string().nullable(),
  })
  .openapi('Branding');

export const updateBrandingBodySchema = z.object({ color: color.nullable() }).openapi('UpdateBrandingBody');

export type BrandingView = z.infer<typeof brandingSchema>;
