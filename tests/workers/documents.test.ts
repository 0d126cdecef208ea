import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  documentEventsSchema,
  documentListSchema,
  documentWithResultSchema,
  processedDocumentSchema,
} from '#core/contract/documents';
import { pageWordsSchema, resultSchema } from '#core/contract/result';
import { connectTenant } from '#core/db/connect';
import { outbox } from '#core/db/schema/tenant';
import { EMBEDDED_RESULT_BYTES } from '#core/domain/value-limits';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, upload, uploadForm } from '#core/testing/documents';
import { PATIENCE_MS } from '#core/testing/patience';
import { bytesOf, sampleInvoice } from '#core/testing/sample-invoice';
import { mintApiKey, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';
import { sweep } from '../../worker/sweep.ts';

test('an uploaded document is read by the queue and everything about it can be asked for', async () => {
  const { accessToken: token } = await signUp();
  const { document, job } = await accepted(
    token,
    uploadForm(sampleInvoice('J-1'), '../../etc/J 1.xml', { external_id: 'ours-1' }),
  );
  expect(document).toMatchObject({ name: 'J 1.xml', status: 'queued', external_id: 'ours-1', summary: null });
  expect(job.id).toMatch(/^job_/);

  const done = await untilTerminal(token, document.id);
  expect(done).toMatchObject({ document_type: 'invoice', media_type: 'application/xml' });
  expect(done.summary).toMatchObject({
    vendor_name: 'Testwerk GmbH',
    document_number: 'J-1',
    total_amount: '11.90',
    currency: 'EUR',
  });

  const result = resultSchema.parse((await call('GET', `/api/v1/documents/${document.id}/result`, { token })).json);
  expect(result.fields['total_amount']).toMatchObject({ value: '11.90', state: 'proved' });
  const whole = documentWithResultSchema.parse((await call('GET', `/api/v1/documents/${document.id}`, { token })).json);
  expect(whole.result).toEqual(result);

  const original = await call('GET', `/api/v1/documents/${document.id}/original`, { token });
  expect(bytesOf(original.text)).toEqual(sampleInvoice('J-1'));
  expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(original.headers.get('content-type')).toBe('application/octet-stream');

  const events = documentEventsSchema.parse(
    (await call('GET', `/api/v1/documents/${document.id}/events`, { token })).json,
  );
  expect(events.data.map((event) => event.action)).toEqual([`document.${done.status}`, 'document.created']);
});

test('a page has words with boxes inside the page, and a picture that is the same the second time', async () => {
  const { accessToken: token } = await signUp();
  const pdf = bytesOf(onePagePdf('Hello world'));
  const { document } = await accepted(token, uploadForm(pdf, 'hello.pdf'));
  await untilTerminal(token, document.id);
  const answer = await call('GET', `/api/v1/documents/${document.id}/pages/1/words`, { token });
  const { words } = pageWordsSchema.parse(answer.json);
  expect(words.map((word) => word.text)).toEqual(['Hello', 'world']);
  for (const { box } of words) expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 300 && box[3] <= 200).toBe(true);
  const first = await call('GET', `/api/v1/documents/${document.id}/pages/1`, { token });
  const second = await call('GET', `/api/v1/documents/${document.id}/pages/1`, { token });
  expect(first.headers.get('content-type')).toBe('image/png');
  expect(first.text.slice(1, 4)).toBe('PNG');
  expect(second.text).toBe(first.text);
  for (const beyond of ['pages/2', 'pages/2/words']) {
    expect((await call('GET', `/api/v1/documents/${document.id}/${beyond}`, { token })).status).toBe(404);
  }
});

test('the synchronous call answers with the result itself, and the document is there like any other', async () => {
  const { accessToken: token } = await signUp();
  for (const path of ['/api/v1/inference/process-document', '/inference/process-document']) {
    const answer = await call('POST', path, { token, body: uploadForm(sampleInvoice('S-1')) });
    expect(answer.status).toBe(200);
    const { document, result } = processedDocumentSchema.parse(answer.json);
    expect(result?.fields['invoice_number']?.value).toBe('S-1');
    expect((await call('GET', `/api/v1/documents/${document.id}/result`, { token })).json).toEqual(result);
  }
});

test.each([
  ['bill.html', '<table><tr><td>Invoice number</td><td>H-1</td></tr></table>'],
  ['bill.csv', 'Invoice number;H-1\nName;Ann\nTown;Bern'],
  ['bill.txt', 'Invoice number: H-1'],
  ['bill.eml', 'From: a@b.example\r\nSubject: Bill\r\n\r\nInvoice number: H-1'],
])('%s has no pages of its own: its words are there, a picture is not', async (name, content) => {
  const { accessToken: token } = await signUp();
  const { document } = await accepted(token, uploadForm(bytesOf(content), name));
  await untilTerminal(token, document.id);
  const answer = await call('GET', `/api/v1/documents/${document.id}/pages/1/words`, { token });
  expect(pageWordsSchema.parse(answer.json).words.map((word) => word.text)).toContain('H-1');
  const { json } = await call('GET', `/api/v1/documents/${document.id}/result`, { token });
  expect(json).toMatchObject({ pages: [{ page: 1, laid_out: true }] });
  expect((await call('GET', `/api/v1/documents/${document.id}/pages/1`, { token })).status).toBe(415);
});

test.each([
  ['unsupported_media_type', 415, bytesOf('OggS and sound after it')],
  ['empty', 422, bytesOf('')],
  ['damaged', 422, bytesOf('%PDF-1.7\nno PDF at all')],
])('a file that cannot be read says %s and keeps its original', async (code, status, content) => {
  const { accessToken: token } = await signUp();
  const answer = await call('POST', '/api/v1/inference/process-document', {
    token,
    body: uploadForm(content, 'odd.bin'),
  });
  expect(answer.status).toBe(status);
  const problem = problemOf(answer);
  expect(problem.code).toBe(code);
  const { json, text } = await call('GET', `/api/v1/documents/${problem.document_id}/original`, { token });
  expect(json).toBeUndefined();
  expect(bytesOf(text)).toEqual(content);
  const kept = documentWithResultSchema.parse(
    (await call('GET', `/api/v1/documents/${problem.document_id}`, { token })).json,
  );
  expect(kept).toMatchObject({ status: 'failed', error: { code } });
  expect((await call('GET', `/api/v1/documents/${problem.document_id}/result`, { token })).status).toBe(404);
});

test('one idempotency key is one document, whether its requests come one after the other or all at once', async () => {
  const { accessToken: token } = await signUp();
  const send = (form = uploadForm(sampleInvoice('K-1'))) => upload(token, form, { 'idempotency-key': 'once' });
  const answers = await Promise.all(Array.from({ length: 6 }, () => send()));
  answers.push(await send());
  const ids = answers.map((answer) => (answer.json as { document: { id: string } }).document.id);
  expect(new Set(ids).size).toBe(1);
  const list = documentListSchema.parse((await call('GET', '/api/v1/documents', { token })).json);
  expect(list.data).toHaveLength(1);
  expect(problemOf(await send(uploadForm(sampleInvoice('K-2')))).code).toBe('idempotency_mismatch');
});

test('bad bodies get a typed answer before anything is stored', async () => {
  const { accessToken: token } = await signUp();
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    call('POST', '/api/v1/documents', { token, body, headers });
  const noFile = new FormData();
  noFile.set('document_type', 'invoice');
  const twoFiles = uploadForm();
  twoFiles.append('file', new File([bytesOf('x')], 'second'));
  const textFile = new FormData();
  textFile.set('file', 'not a file');
  for (const form of [noFile, twoFiles, textFile, uploadForm(sampleInvoice(), 'a.xml', { document_type: 'cake' })]) {
    expect(problemOf(await post(form)).code).toBe('validation_failed');
  }
  expect(problemOf(await post('{"file":1}', { 'content-type': 'application/json' })).status).toBe(400);
  expect(problemOf(await post('--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' })).code).toBe(
    'bad_request',
  );
  expect(documentListSchema.parse((await call('GET', '/api/v1/documents', { token })).json).data).toEqual([]);
});

/** The application with the test's bindings, some of them replaced. */
function appWith(changes: Record<string, unknown>) {
  const app = createApp({ ...env, ...changes });
  return (path: string, token: string, init: RequestInit = {}) =>
    app(
      new Request(`https://api.test${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      }),
      createExecutionContext(),
    );
}

test('a file over the limit is refused, by what it claims and by what it is', async () => {
  const { accessToken: token } = await signUp();
  const send = appWith({ MAX_UPLOAD_BYTES: '1000' });
  const claimed = await send('/api/v1/documents', token, { method: 'POST', body: uploadForm(new Uint8Array(200_000)) });
  expect(claimed.status).toBe(413);
  const { body, headers } = new Request('https://api.test', {
    method: 'POST',
    body: uploadForm(new Uint8Array(200_000)),
  });
  const unannounced = await send('/api/v1/documents', token, {
    method: 'POST',
    body,
    headers: { 'content-type': headers.get('content-type') ?? '' },
  });
  expect(unannounced.status).toBe(413);
  expect(await unannounced.json()).toMatchObject({ code: 'too_large' });
});

test('an upload whose queue send fails is accepted all the same, and the sweeper brings it home', async () => {
  const { accessToken: token } = await signUp();
  const broken = { send: () => Promise.reject(new Error('queue is down')) };
  const send = appWith({ JOBS: broken, SWEEP_AGE_SECONDS: '0' });
  const answer = await send('/api/v1/documents', token, { method: 'POST', body: uploadForm(sampleInvoice('Q-1')) });
  expect(answer.status).toBe(202);
  const { document } = (await answer.json()) as { document: { id: string } };
  await scheduler.wait(5);
  await sweep(env, createExecutionContext());
  expect((await untilTerminal(token, document.id)).summary?.document_number).toBe('Q-1');
});

test('a consumer that cannot be reached costs the synchronous caller time, never the document', async () => {
  const { accessToken: token } = await signUp();
  const send = appWith({ ENGINE: { processNow: () => Promise.reject(new Error('consumer is down')) } });
  const answer = await send('/api/v1/inference/process-document', token, {
    method: 'POST',
    body: uploadForm(sampleInvoice('R-1')),
  });
  expect(answer.status).toBe(202);
  const { document } = (await answer.json()) as { document: { id: string } };
  expect((await untilTerminal(token, document.id)).summary?.document_number).toBe('R-1');
});

test('a finished document leaves nothing for the sweeper', async () => {
  const { accessToken: token } = await signUp();
  const { document, job } = await accepted(token);
  await untilTerminal(token, document.id);
  expect(await connectTenant({ DB: env.DB }, 'DB').select().from(outbox).where(eq(outbox.id, job.id))).toEqual([]);
});

test('the rate limit of an organization is exact, says when it ends, and leaves other organizations alone', async () => {
  const [noisy, quiet] = [await signUp(), await signUp()];
  const send = appWith({ RATE_LIMIT_REQUESTS: '40', RATE_LIMIT_WINDOW_SECONDS: '31536000' });
  const answers = await Promise.all(Array.from({ length: 60 }, () => send('/api/v1/documents', noisy.accessToken)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(40);
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(20);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/);
    expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=40;w=31536000');
  }
  expect((await send('/api/v1/documents', quiet.accessToken)).status).toBe(200);
});

test('a list is paged by cursor without gaps or repeats, filtered and searched', async () => {
  const { accessToken: token } = await signUp();
  const made: string[] = [];
  for (let i = 0; i < 7; i++) {
    made.push((await accepted(token, uploadForm(sampleInvoice(`L-${i}`), `100%_of_${i}.xml`))).document.id);
  }
  for (const id of made) await untilTerminal(token, id);
  const page = async (query: string) =>
    documentListSchema.parse((await call('GET', `/api/v1/documents?${query}`, { token })).json);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { data, next_cursor } = await page(`limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...data.map((document) => document.id));
    cursor = next_cursor;
  }
  expect(seen).toEqual([...made].reverse());
  expect((await page('sort=created_at')).data.map((document) => document.id)).toEqual(made);
  expect((await page('q=l-3')).data.map((document) => document.name)).toEqual(['100%_of_3.xml']);
  expect((await page(`q=${encodeURIComponent('100%_OF_')}`)).data).toHaveLength(7);
  expect((await page(`q=${encodeURIComponent('%')}${'x'.repeat(120)}`)).data).toEqual([]);
  expect((await page('document_type=receipt')).data).toEqual([]);
  expect((await page('to=2020-01-01')).data).toEqual([]);
  // From yesterday to tomorrow, because midnight may pass meanwhile.
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  expect((await page(`from=${day(-1)}&to=${day(1)}`)).data).toHaveLength(7);
  const strange = await call('GET', '/api/v1/documents?cursor=nonsense', { token });
  expect(problemOf(strange).code).toBe('bad_request');
});

test('who watches is told about every step of a document, and only about their own organization', async () => {
  const [watcher, stranger] = [await signUp(), await signUp()];
  const open = async (token: string) => {
    const app = createApp(env);
    const request = new Request('https://api.test/api/v1/live', {
      headers: { upgrade: 'websocket', authorization: `Bearer ${token}` },
    });
    const { webSocket, status } = await app(request, createExecutionContext());
    expect(status).toBe(101);
    if (!webSocket) throw new TypeError('no socket');
    const messages: { type: string; status?: string; document_id: string }[] = [];
    webSocket.accept();
    webSocket.addEventListener('message', (event) => messages.push(JSON.parse(String(event.data))));
    return { webSocket, messages };
  };
  const [mine, theirs] = [await open(watcher.accessToken), await open(stranger.accessToken)];
  const { document } = await accepted(watcher.accessToken);
  const { status } = await untilTerminal(watcher.accessToken, document.id);
  const updates = () => mine.messages.filter((message) => message.type === 'document.updated');
  // The last message may arrive after the status can be read.
  await expect
    .poll(() => updates().map((each) => each.status), { timeout: PATIENCE_MS })
    .toEqual(['processing', status]);
  expect(new Set(mine.messages.map((message) => message.document_id))).toEqual(new Set([document.id]));
  expect(theirs.messages).toEqual([]);
  mine.webSocket.close();
  theirs.webSocket.close();
});

test('a live socket opened by another site with the browser session is refused', async () => {
  const { accessToken } = await signUp();
  const answer = await call('GET', '/api/v1/live', {
    headers: { upgrade: 'websocket', cookie: `__Host-nc_access=${accessToken}`, origin: 'https://evil.test' },
  });
  expect(problemOf(answer).code).toBe('cross_site_request');
});

test('a key that may only read cannot hand anything in', async () => {
  const owner = await signUp();
  const { secret } = await mintApiKey(owner, ['documents.read']);
  const refused = problemOf(await upload(secret));
  expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
  expect(refused.detail).toContain('documents.create');
  expect((await call('GET', '/api/v1/documents', { token: secret })).status).toBe(200);
});

/** A PDF of one page of 300 × 200 points with one line of text, written by hand. */
function onePagePdf(text: string): string {
  const stream = `BT /F1 24 Tf 40 100 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = pdf.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${pdf}xref\n0 6\n0000000000 65535 f \n${entries}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
}

/** An e-invoice whose result is larger than a response embeds: long descriptions in a number of lines. */
function largeInvoice(): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(sampleInvoice('L-1'));
  const line = /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/.exec(text)?.[0] ?? '';
  const long = line.replace('Widget', 'W'.repeat(EMBEDDED_RESULT_BYTES / 20));
  return bytesOf(text.replace(line, Array.from({ length: 24 }, () => long).join('')));
}

test('a result that is too large to embed is omitted with its address, and is whole there', async () => {
  const { accessToken: token } = await signUp();
  const { document } = await accepted(token, uploadForm(largeInvoice(), 'large.xml'));
  await untilTerminal(token, document.id);
  const answer = await call('GET', `/api/v1/documents/${document.id}`, { token });
  expect(answer.text.length).toBeLessThan(10_000);
  const { result, result_omitted: omitted } = documentWithResultSchema.parse(answer.json);
  expect([result, omitted?.reason]).toEqual([undefined, 'too_large']);
  const whole = await call('GET', omitted?.url ?? '', { token });
  expect(whole.status).toBe(200);
  expect(bytesOf(whole.text)).toHaveLength(omitted?.size ?? 0);
  expect(omitted?.size).toBeGreaterThan(EMBEDDED_RESULT_BYTES);
  expect(resultSchema.parse(whole.json).line_items).toHaveLength(24);
});

test('so is that of a file which is read at once, also when the request is repeated', async () => {
  const { accessToken: token } = await signUp();
  const headers = { 'idempotency-key': 'large-1' };
  const ask = () =>
    call('POST', '/api/v1/inference/process-document', {
      token,
      body: uploadForm(largeInvoice(), 'large.xml'),
      headers,
    });
  const first = processedDocumentSchema.parse((await ask()).json);
  expect([first.result, first.result_omitted?.reason]).toEqual([undefined, 'too_large']);
  const again = processedDocumentSchema.parse((await ask()).json);
  expect(again.result_omitted).toEqual(first.result_omitted);
});
