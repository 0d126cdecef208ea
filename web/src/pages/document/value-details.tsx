import type { ComponentChildren } from 'preact';
import type { Result } from '#core/contract/result';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { formatShare } from '../../formatting/sizes.ts';
import { checkDetail, describeCheck } from '../../wording/describe-check.ts';
import { describeRule } from '../../wording/describe-rule.ts';
import { displayValue } from './display-value.ts';
import { readablePath } from './source-path.ts';
import { checksAgainst, likelyAlternatives, stateReason } from './state-reason.ts';
import type { ValueSpot } from './value-spots.ts';

/** Details of a value: evidence, rule, checks and alternatives. */
export function ValueDetails({ spot, result }: { readonly spot: ValueSpot; readonly result: Result }) {
  const { name, field } = spot;
  const details = new Map(result.checks.map(({ rule, detail }) => [rule, detail]));
  const against = checksAgainst(spot, result.checks);
  const alternatives = likelyAlternatives(field);
  const places = field.evidence.map(({ page, path, text }) => ({
    where: page === null ? readablePath(path ?? '').join(' › ') : `Page ${page}`,
    path,
    text,
  }));
  return (
    <dl class="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-2 px-4 pt-1 pb-4 text-sm sm:grid-cols-[9rem_minmax(0,1fr)] sm:pr-6 sm:pl-5.5">
      <Detail label="State">{stateReason(spot, against)}</Detail>
      {displayValue(name, field.value, result) !== field.value && (
        <Detail label="Exact value">
          <code class="font-mono">{field.value}</code>
        </Detail>
      )}
      <Detail label="Read from">
        {places.length === 0 && 'Not found on a page'}
        {places.map(({ where, path, text }) => (
          <span key={`${where}${text}`} class="block break-words">
            <span class="text-ink-soft" title={path}>
              {where}:{' '}
            </span>
            <q>{text}</q>
          </span>
        ))}
      </Detail>
      {field.rule !== '' && (
        <Detail label="Chosen by">
          <span title={field.rule}>{describeRule(field.rule)}</span>
        </Detail>
      )}
      {field.checks.length > 0 && (
        <Detail label="Confirmed by">
          <ul class="flex flex-col gap-1">
            {field.checks.map((rule) => (
              <li key={rule} class="flex gap-1.5">
                <Icon name="check" class="mt-0.5 size-4 text-proved" />
                <span class="min-w-0 break-words">
                  {describeCheck(rule, true)}
                  {details.has(rule) && <span class="block text-ink-soft tabular-nums">{details.get(rule)}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Detail>
      )}
      {against.length > 0 && (
        <Detail label="Failed checks">
          <ul class="flex flex-col gap-1">
            {against.map(({ rule, detail }) => (
              <li key={`${rule}${detail}`} class="flex gap-1.5">
                <Icon name="broken" class="mt-0.5 size-4 text-danger" />
                <span class="min-w-0 break-words">
                  {describeCheck(rule, false)}
                  <span class="block text-ink-soft tabular-nums">{checkDetail(detail, false)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Detail>
      )}
      {alternatives.length > 0 && (
        <Detail label="Alternatives">
          <ul>
            {alternatives.map(({ value, confidence }) => (
              <li key={value} class="flex justify-between gap-3 tabular-nums">
                <span class="min-w-0 break-words">{displayValue(name, value, result)}</span>
                <span class="text-ink-faint">{formatShare(confidence)}</span>
              </li>
            ))}
          </ul>
        </Detail>
      )}
      <dt class="sr-only">Copy</dt>
      <dd class="col-start-2">
        <CopyButton text={field.value} what={`the value of ${spot.label}`} />
      </dd>
    </dl>
  );
}

function Detail({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt class="text-ink-faint">{label}</dt>
      <dd class="min-w-0">{children}</dd>
    </>
  );
}
