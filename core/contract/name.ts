import { z } from '@hono/zod-openapi';
import { isPrintable } from '../domain/printable.ts';

/**
 * A single line of user input used as a name or description: trimmed, in composed form (NFC). Control and other
 * unprintable characters are rejected because the text is stored, displayed and emailed.
 */
export const nameText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .normalize()
    .min(min)
    .max(max)
    .refine(isPrintable, 'Remove control characters and broken characters.');
