import { expect, it } from 'vitest';
import { queueFilterFrom } from './queue-filter.ts';

it('the queue of a URL takes what the API knows and nothing else', () => {
  expect(queueFilterFrom({ order: 'amount', mine: '1', type: 'receipt', workspace: 'ws_1' })).toEqual({
    order: 'amount',
    mine: true,
    document_type: 'receipt',
    workspace_id: 'ws_1',
  });
  expect(queueFilterFrom({ order: 'size', mine: 'yes', type: 'poem', workspace: 'w'.repeat(65) })).toEqual({});
  expect(queueFilterFrom({})).toEqual({});
});
