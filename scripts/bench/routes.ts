import { drawInvoice, SAMPLE_INVOICE } from '../sample/invoice-pdf.ts';
import { expectApi, fileForm, text } from '../start/api-client.ts';
import { fileBody, type LoadRequest } from './load.ts';

export const FLOOR_HOST = 'floor.test';

export interface BenchRoute {
  readonly name: string;
  readonly load: LoadRequest;
  /** Requests of one round: enough for the CPU clock's 10 ms steps. */
  readonly count: number;
  /** Compared with three times the CPU of the baseline. */
  readonly isRead: boolean;
  /** Leaves work in the queue; its CPU is measured until the queue is empty. */
  readonly isQueued: boolean;
}

/** Registers, creates a key and a finished document, and returns the routes to measure with them. */
export async function prepareRoutes(
  address: string,
): Promise<{ readonly routes: readonly BenchRoute[]; readonly apiKey: string }> {
  const registered = await expectApi(201, address, 'POST', '/auth/register', {
    json: {
      email: 'bench@example.com',
      password: 'bench bench bench bench',
      first_name: 'B',
      last_name: 'B',
      organization_name: 'Bench',
    },
  });
  const token = text(registered, 'access_token');
  const apiKey = text(await expectApi(201, address, 'POST', '/api-keys', { token, json: { name: 'bench' } }), 'secret');
  const pdf = await drawInvoice(SAMPLE_INVOICE);
  const done = await expectApi(200, address, 'POST', '/inference/process-document', {
    token: apiKey,
    form: fileForm('a.pdf', pdf),
  });
  const id = text(done, 'document', 'id');
  const file = await fileBody('a.pdf', pdf);
  const jwt = { authorization: `Bearer ${token}` };
  const key = { authorization: `Bearer ${apiKey}` };
  const read = (name: string, path: string, headers: Readonly<Record<string, string>>): BenchRoute => ({
    name,
    load: { method: 'GET', path: `/api/v1${path}`, headers, status: 200 },
    count: 200,
    isRead: true,
    isQueued: false,
  });
  const post = (name: string, path: string, status: number, count: number): BenchRoute => ({
    name,
    load: {
      method: 'POST',
      path: `/api/v1${path}`,
      headers: { ...file.headers, ...key },
      ...(file.body ? { body: file.body } : {}),
      status,
    },
    count,
    isRead: false,
    isQueued: status === 202,
  });
  const floor: BenchRoute = {
    name: 'baseline: Hono route',
    load: { method: 'GET', path: '/hello', headers: { host: FLOOR_HOST }, status: 200 },
    count: 400,
    isRead: false,
    isQueued: false,
  };
  const oneTrip: BenchRoute = {
    ...floor,
    name: 'baseline with one database round trip',
    load: { ...floor.load, path: '/row' },
  };
  const routes = [
    floor,
    oneTrip,
    read('current user (access token)', '/auth/me', jwt),
    read('document (access token)', `/documents/${id}?include=none`, jwt),
    read('document with result (access token)', `/documents/${id}?include=result`, jwt),
    read('document (API key)', `/documents/${id}?include=none`, key),
    read('result (API key)', `/documents/${id}/result`, key),
    read('list of 20 (API key)', '/documents?limit=20', key),
    post('upload, including processing', '/documents', 202, 30),
    post('extraction, synchronous', '/inference/process-document', 200, 30),
  ];
  return { routes, apiKey };
}
