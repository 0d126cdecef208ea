import { AppError } from '#core/platform/errors';
import { parseNetwork } from '#core/security/networks';

export function networkTexts(json: string): readonly string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

/** @throws AppError `validation_failed`, naming the invalid entries */
export function requireNetworks(texts: readonly string[]): void {
  const errors = texts.flatMap((text, at) =>
    parseNetwork(text)
      ? []
      : [{ path: `json.allowed_networks.${at}`, message: 'Write an address or a network such as 203.0.113.0/24.' }],
  );
  if (errors.length > 0)
    throw new AppError('validation_failed', 'An entry is not a valid network in CIDR notation.', { errors });
}
