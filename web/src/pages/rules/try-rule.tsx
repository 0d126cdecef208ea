import { useEffect, useState } from 'preact/hooks';
import type { TriedRule } from '#core/contract/rules';
import { tryRule } from '../../api/rules.ts';
import { describeFailure } from '../../wording/describe-failure.ts';
import { definitionOf, problemsOf, type RuleValues } from './rule-values.ts';

type Trial =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly tried: TriedRule }
  | { readonly state: 'failed'; readonly failure: unknown }
  | null;

/** The message does not matter for what a rule stops, and the server wants one. */
const ANY_MESSAGE = 'Trial';

/** How many of the latest documents the rule would stop, before it applies to any. */
export function TryRule({ values }: { readonly values: RuleValues }) {
  const [trial, setTrial] = useState<Trial>(null);
  const definition = JSON.stringify(definitionOf({ ...values, message: ANY_MESSAGE }));
  // A figure of another rule would mislead.
  useEffect(() => setTrial(null), [definition]);
  const { message: _message, ...problems } = problemsOf(values);
  const ready = Object.keys(problems).length === 0;
  const run = async () => {
    setTrial({ state: 'running' });
    try {
      const tried = await tryRule(definitionOf({ ...values, message: ANY_MESSAGE }));
      setTrial({ state: 'done', tried });
    } catch (failure) {
      setTrial({ state: 'failed', failure });
    }
  };
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-sunken px-4 py-3">
      <button
        type="button"
        class="button"
        aria-disabled={!ready || trial?.state === 'running'}
        onClick={() => ready && trial?.state !== 'running' && void run()}
      >
        {trial?.state === 'running' ? 'Trying…' : 'Try on past documents'}
      </button>
      <div class="min-w-0 grow basis-56 text-sm" role="status">
        {!ready && <p class="text-ink-soft">Fill in the rule to see what it would stop.</p>}
        {trial?.state === 'failed' && <p class="text-danger">{describeFailure(trial.failure).detail}</p>}
        {trial?.state === 'done' && <Outcome {...trial.tried} />}
      </div>
    </div>
  );
}

function Outcome({ tried, stopped, skipped, ids }: TriedRule) {
  if (tried === 0) return <p>There is no processed document to try it on yet.</p>;
  return (
    <>
      <p>
        It would stop <span class="font-semibold tabular-nums">{stopped}</span> of the latest{' '}
        <span class="tabular-nums">{tried}</span> {tried === 1 ? 'document' : 'documents'}.
        {skipped > 0 && ` ${skipped} could not be tried.`}
      </p>
      {ids.length > 0 && (
        <p class="mt-1 flex flex-wrap gap-x-3">
          <span class="text-ink-soft">Open:</span>
          {ids.map((id, at) => (
            <a
              key={id}
              href={`/documents/${id}`}
              target="_blank"
              rel="noreferrer"
              class="link"
              aria-label={`Document ${at + 1} that it would stop`}
            >
              {at + 1}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
