import type { Choices } from '../base/choice.ts';

/** The longest account number: an IBAN has 34 characters (ISO 13616). */
const MAX_SIGNS = 34;
/** A wider gap, in letter heights, separates columns, not groups of digits. */
const MAX_GAP = 0.6;
const GROUP = /^\d{2,}(?:-\d+)*$/;

/**
 * Account, card and branch numbers are printed in groups: adjacent groups of digits after a chosen one are appended. The value
 * keeps the printed spaces, unless a hyphen shows that a space only interrupts a group.
 */
export function joinAccountNumber(choices: Choices): void {
  for (const name of GROUPED) joinGroups(choices, name);
}

/** Fields whose digits are printed in groups. */
const GROUPED = ['account_number', 'bank_code'] as const;

function joinGroups(choices: Choices, name: (typeof GROUPED)[number]): void {
  const choice = choices.get(name);
  const span = choice?.spans[0];
  if (choice === undefined || span === undefined || !/\d$/.test(choice.value) || /\p{L}/u.test(choice.value)) return;
  const { words } = span.segment;
  let end = span.end;
  let value = choice.value;
  while (end < words.length) {
    const [last, next] = [words[end - 1], words[end]];
    if (last === undefined || next === undefined || !GROUP.test(next.text)) break;
    if (next.box[0] - last.box[2] > MAX_GAP * Math.max(last.size, next.size)) break;
    if (value.length + next.text.length > MAX_SIGNS) break;
    value += value.includes('-') ? next.text : ` ${next.text}`;
    end++;
  }
  if (end > span.end) choices.set(name, { ...choice, value, spans: [{ ...span, end }] });
}
