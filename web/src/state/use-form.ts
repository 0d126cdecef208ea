import { useState } from 'preact/hooks';
import { messageAt } from '../api/problems.ts';
import { type Submission, useSubmit } from './use-submit.ts';

/** Names of the values that a text input or a select can hold. */
type TextName<Values> = { [Name in keyof Values]: string extends Values[Name] ? Name : never }[keyof Values] & string;

/** What a bound input needs; spread it: `<TextField label="Name" {...form.field('name')} />`. */
export interface BoundField {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

export interface Form<Values> extends Submission {
  readonly values: Values;
  /** Whether submitting was tried: from then on messages are shown. */
  readonly attempted: boolean;
  /** For inputs that hold no text: checkboxes, sets, lists. */
  readonly set: (change: Partial<Values>) => void;
  readonly field: (name: TextName<Values>) => BoundField;
}

export interface FormOptions<Values> {
  /** Initial values; named like the fields of the request body, because error messages are matched by name. */
  readonly start: Values;
  /**
   * Messages about values that the server would reject, by field. Shown after the first attempt to submit; while there
   * are any, nothing is sent.
   */
  readonly check?: (values: Values) => Readonly<Record<string, string>>;
  readonly submit: (values: Values) => Promise<void>;
}

/** The state of a form: its values, its inputs' bindings and the messages beside them. */
export function useForm<Values extends object>({ start, check, submit }: FormOptions<Values>): Form<Values> {
  const [values, setValues] = useState(start);
  const [attempted, setAttempted] = useState(false);
  const problems = check?.(values) ?? {};
  const submission = useSubmit(async () => {
    setAttempted(true);
    if (Object.keys(problems).length === 0) await submit(values);
  });
  return {
    ...submission,
    values,
    attempted,
    set: (change) => setValues((before) => ({ ...before, ...change })),
    field: (name) => {
      const value = values[name];
      return {
        name,
        value: typeof value === 'string' ? value : '',
        onChange: (typed) => setValues((before) => ({ ...before, [name]: typed })),
        error: (attempted ? problems[name] : undefined) ?? messageAt(submission.messages, name),
      };
    },
  };
}
