import { useState } from 'preact/hooks';
import { fieldMessages } from '../api/problems.ts';

export interface Submission {
  readonly busy: boolean;
  /** The failure to show above the form; null when the messages beside the fields explain it. */
  readonly failure: unknown;
  /** Validation messages by place in the request body, such as `email` or `fields.2.labels`. */
  readonly messages: ReadonlyMap<string, string>;
  readonly submit: (event: Event) => void;
}

/** Runs one submission at a time and keeps how the last one failed. Forms with inputs use `useForm`. */
export function useSubmit(run: () => Promise<void>): Submission {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const messages = fieldMessages(failure);
  const send = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failure: messages.size === 0 ? failure : null,
    messages,
    submit: (event) => {
      event.preventDefault();
      if (!busy) void send();
    },
  };
}
