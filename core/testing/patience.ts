/**
 * Maximum wait for something that is certain to happen, in milliseconds. Only reached by a defect, never by a slow
 * machine.
 */
export const PATIENCE_MS = 180_000;
