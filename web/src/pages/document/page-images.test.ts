import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageImages } from './page-images.ts';

const asked: string[] = [];
const answers = new Map<string, (response: Response) => void>();
const revoked: string[] = [];
let made = 0;

beforeEach(() => {
  asked.length = 0;
  revoked.length = 0;
  answers.clear();
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return new Promise<Response>((resolve) => answers.set(url, resolve));
  });
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++made}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void revoked.push(address));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const address = (page: number) => `/api/v1/documents/doc_1/pages/${page}`;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const answer = (page: number, response = new Response('png')) => answers.get(address(page))?.(response);

describe('page images', () => {
  it('fetches each page once, however often it is shown', async () => {
    const images = createPageImages('doc_1', []);
    const both = [images.image(1), images.image(1)];
    answer(1);
    const [first, second] = await Promise.all(both);
    expect(first).toBe(second);
    expect(asked).toEqual([address(1)]);
  });

  it('renders the words of a page that has no image', async () => {
    const page = { page: 1, width: 595, height: 842, unit: 'pt', source: 'text-layer', laid_out: true } as const;
    const images = createPageImages('doc_1', [page]);
    const shown = images.image(1);
    await settle();
    answers.get(`${address(1)}/words`)?.(Response.json({ page: 1, words: [] }));
    expect(await shown).toMatch(/^blob:/);
    expect(asked).toEqual([`${address(1)}/words`]);
  });

  it('fetches at most three pages at once, then the one requested last', async () => {
    const images = createPageImages('doc_1', []);
    const all = [1, 2, 3, 4, 5].map((page) => images.image(page));
    await settle();
    expect(asked).toEqual([1, 2, 3].map(address));
    answer(2);
    await settle();
    expect(asked.at(-1)).toBe(address(5));
    for (const page of [1, 3, 5]) answer(page);
    await settle();
    answer(4);
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('fetches a failed page again on request', async () => {
    const images = createPageImages('doc_1', []);
    const failed = images.image(1);
    answer(1, new Response('', { status: 503 }));
    await expect(failed).rejects.toMatchObject({ status: 503 });
    const again = images.image(1);
    answer(1);
    await expect(again).resolves.toContain('blob:');
  });

  it('has an image that was loaded ahead at once, until it is released', async () => {
    const images = createPageImages('doc_1', []);
    expect(images.loaded(1)).toBe(null);
    const shown = images.image(1);
    answer(1);
    const address = await shown;
    expect(images.loaded(1)).toBe(address);
    images.release();
    expect(images.loaded(1)).toBe(null);
  });

  it('revokes all image URLs on release', async () => {
    const images = createPageImages('doc_1', []);
    const shown = images.image(1);
    answer(1);
    const image = await shown;
    images.release();
    expect(revoked).toEqual([image]);
  });
});
