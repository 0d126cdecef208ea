import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon-paths.data.ts';
import { formatShare } from '../../formatting/sizes.ts';
import { checkDetail, describeCheck } from '../../wording/describe-check.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import { displayCell, displayValue } from '../document/display-value.ts';
import { choicesOf } from './choices.ts';
import { placeOfValue } from './crop.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { KeyHint } from './key-hint.tsx';
import { checksAbout, reasonOf } from './stop-reasons.ts';
import type { Stop } from './stops.ts';
import { ValueInput } from './value-input.tsx';
import { WordCrop } from './word-crop.tsx';

export interface StopCardProps {
  readonly stop: Stop;
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly onWords: () => void;
}

/** The active stop: its words enlarged, why it is a stop, and what can be done about it. */
export function StopCard({ stop, desk, actions, onWords }: StopCardProps) {
  const frame = useRef<HTMLLIElement>(null);
  const result = desk.preview.value;
  const typing = desk.typing.value?.key === stop.key ? desk.typing.value : null;
  const place = typing?.box && typing.page ? { page: typing.page, box: typing.box } : placeOfValue(stop.value);
  useLayoutEffect(() => {
    if (typing === null) frame.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [stop.key, typing === null]);
  const reason = reasonOf(stop, desk.shown.value);
  const title = stop.check ? describeCheck(stop.check.rule, false) : stop.label;
  return (
    <li
      ref={frame}
      data-stop={stop.key}
      // The stop takes the focus, so that screen readers read it out.
      tabIndex={-1}
      aria-label={`${title}. ${reason}`}
      class="card mx-3 my-2 scroll-my-3 border-2 border-accent shadow-lift outline-none sm:mx-4"
    >
      <div class="flex items-start gap-2 px-4 pt-3">
        <StopIcon stop={stop} />
        <div class="min-w-0 flex-1">
          <h3 class="font-semibold">{title}</h3>
          <p class="text-ink-soft text-sm tabular-nums">{reason}</p>
        </div>
      </div>
      <div class="flex flex-col gap-3 px-4 pt-2 pb-4">
        {place && <WordCrop place={place} pages={result.pages} images={desk.prepared.images} label={stop.label} />}
        {stop.target !== null && <StopValue stop={stop} desk={desk} actions={actions} />}
        {stop.check !== null && <CheckFields stop={stop} desk={desk} />}
        <LiveChecks stop={stop} desk={desk} />
        <Choices stop={stop} desk={desk} actions={actions} />
        <StopButtons stop={stop} desk={desk} actions={actions} onWords={onWords} />
      </div>
    </li>
  );
}

const LOOKS: Readonly<Record<Stop['kind'] | 'settled', readonly [IconName, string]>> = {
  value: ['eye', 'text-review'],
  missing: ['search', 'text-review'],
  check: ['alert', 'text-danger'],
  settled: ['check', 'text-proved'],
};

export function StopIcon({ stop, settled = false }: { readonly stop: Stop; readonly settled?: boolean }) {
  const isSettled = settled || (stop.kind === 'value' && stop.value?.state !== 'needs_review');
  const [icon, tone] = LOOKS[isSettled ? 'settled' : stop.kind];
  return <Icon name={icon} class={`mt-0.5 size-5 ${tone}`} />;
}

function StopValue({
  stop,
  desk,
  actions,
}: {
  readonly stop: Stop;
  readonly desk: Desk;
  readonly actions: DeskActions;
}) {
  if (desk.typing.value?.key === stop.key) return <ValueInput desk={desk} actions={actions} label={stop.label} />;
  const text = stop.value === null ? '' : shownValue(stop, desk);
  return (
    <button
      type="button"
      value={stop.value?.value ?? ''}
      tabIndex={-1}
      class={`min-h-10 w-full cursor-text whitespace-pre-line break-words rounded-lg border border-line bg-canvas px-3 py-2 text-left text-base tabular-nums hover:border-line-strong ${text === '' ? 'text-ink-faint' : 'font-medium'}`}
      onClick={() => actions.startTyping()}
    >
      <span class="sr-only">Edit {stop.label}: </span>
      {text === '' ? 'No value yet' : text}
    </button>
  );
}

export function shownValue({ target, value }: Stop, desk: Desk): string {
  if (target === null || value === null) return '';
  if (target.kind === 'cell') return displayCell(target.name, value.value);
  return displayValue(target.name, value.value, desk.shown.value);
}

/** The checks about the value, made again with what is being typed. */
function LiveChecks({ stop, desk }: { readonly stop: Stop; readonly desk: Desk }) {
  const checks = checksAbout(stop, desk.preview.value.checks);
  if (checks.length === 0) return null;
  return (
    <ul aria-label="Checks" class="flex flex-col gap-1 text-sm tabular-nums">
      {checks.map(({ rule, ok, detail }) => (
        <li key={`${rule}${detail}`} class={`flex gap-1.5 ${ok ? 'text-proved' : 'text-danger'}`}>
          <Icon name={ok ? 'check' : 'broken'} class="mt-0.5 size-4" />
          <span class="min-w-0 break-words">
            <span class="sr-only">{describeCheck(rule, ok)}: </span>
            {checkDetail(detail, ok)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function CheckFields({ stop, desk }: { readonly stop: Stop; readonly desk: Desk }) {
  const { fields } = desk.shown.value;
  const about = (stop.check?.fields ?? []).filter((name) => fields[name] !== undefined);
  if (about.length === 0) return null;
  return (
    <div class="flex flex-wrap gap-2">
      {about.map((name) => (
        <button key={name} type="button" class="button min-h-8 text-sm" onClick={() => desk.activate(`field:${name}`)}>
          {fieldLabel(name)}: <span class="tabular-nums">{fields[name]?.value}</span>
        </button>
      ))}
    </div>
  );
}

function Choices({ stop, desk, actions }: { readonly stop: Stop; readonly desk: Desk; readonly actions: DeskActions }) {
  const choices = choicesOf(desk.shown.value, stop);
  if (choices.length === 0) return null;
  return (
    <ol aria-label="Other values" class="flex flex-col gap-1">
      {choices.map((choice, index) => (
        <li key={choice.value}>
          <button
            type="button"
            value={choice.value}
            class="flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-lg px-2 text-left hover:bg-sunken"
            onClick={() => actions.takeChoice(index)}
          >
            <KeyHint keys={String(index + 1)} />
            <span class="min-w-0 flex-1 break-words font-medium tabular-nums">
              {shownValue({ ...stop, value: { ...EMPTY, value: choice.value } }, desk)}
            </span>
            <span class="text-right text-ink-soft text-sm">
              {choice.from ?? (choice.confidence === null ? '' : formatShare(choice.confidence))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const EMPTY = {
  value: '',
  confidence: 0,
  state: 'supported',
  evidence: [],
  checks: [],
  alternatives: [],
  rule: '',
} as const;

function StopButtons({ stop, desk, actions, onWords }: StopCardProps) {
  const typing = desk.typing.value?.key === stop.key;
  const canAccept = typing || stop.value !== null || stop.kind === 'check';
  return (
    <div class="hidden flex-wrap items-center gap-2 sm:flex">
      {canAccept && (
        <button type="button" class="button button-primary" onClick={actions.accept}>
          {stop.kind === 'check' ? 'Leave as it is' : 'Accept'} <KeyHint keys="Enter" />
        </button>
      )}
      {stop.target !== null && (
        <>
          <button type="button" class="button" onClick={onWords}>
            Pick words <KeyHint keys="w" />
          </button>
          <button type="button" class="button" onClick={actions.markAbsent}>
            Not there <KeyHint keys="x" />
          </button>
          {stop.target.kind === 'cell' && actions.doubtfulCells() > 1 && (
            <button type="button" class="button" onClick={actions.acceptCells}>
              Accept all {actions.doubtfulCells()} cells <KeyHint keys="Shift+Enter" />
            </button>
          )}
        </>
      )}
    </div>
  );
}
