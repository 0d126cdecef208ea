import { z } from '@hono/zod-openapi';
import { isPrintable } from '../domain/printable.ts';

/**
 * A line that a person types to name or describe something, without spaces at its ends and in the composed form (NFC).
 * Unprintable characters are refused: they would be stored, shown and mailed.
 */
export const nameText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .normalize()
    .min(min)
    .max(max)
    .refine(isPrintable, 'Remove control characters and broken characters.');
