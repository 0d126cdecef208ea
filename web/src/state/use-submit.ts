import { useState } from 'preact/hooks';
import { fieldMessages, placeMessages } from '../api/problems.ts';

export interface Submission {
  readonly busy: boolean;
  /** What is wrong as a whole; null when the fields say it themselves. */
  readonly failure: unknown;
  /** What is wrong, by field. */
  readonly messages: Readonly<Record<string, string>>;
  /** What is wrong, by its whole place in the body, for bodies with lists in them. */
  readonly places: ReadonlyMap<string, string>;
  readonly submit: (event: Event) => void;
}

/** A form that is sent once at a time and shows what the server said to it. */
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
    failure: Object.keys(messages).length === 0 ? failure : null,
    messages,
    places: placeMessages(failure),
    submit: (event) => {
      event.preventDefault();
      if (!busy) void send();
    },
  };
}
