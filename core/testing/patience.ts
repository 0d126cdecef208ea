/** Longest wait for something that is certain to come, in milliseconds: only a fault reaches it, never a busy machine. */
export const PATIENCE_MS = 60_000;
