import { describe, expect, it } from 'vitest';
import { curlLine } from './curl-line.ts';
import { fitsWords, listOperations, type OpenApiDocument, typeText } from './openapi.ts';
import { exampleOf } from './schema-example.ts';

const API: OpenApiDocument = {
  info: { title: 'T', version: '1' },
  paths: {
    '/api/v1/documents/{id}': {
      get: { summary: 'Read one document', 'x-permission': 'documents.read' },
      delete: { tags: ['Documents'], summary: 'Delete' },
    },
    '/api/v1/documents': { post: { requestBody: { content: { 'multipart/form-data': {} } } } },
    '/api/v1/auth/login': {
      post: {
        'x-permission': 'public',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Login' } } } },
      },
    },
  },
  components: {
    schemas: {
      Login: {
        type: 'object',
        properties: { email: { type: 'string', format: 'email' }, note: { type: 'string', example: "it's" } },
      },
      Tree: {
        type: 'object',
        properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
      },
    },
  },
};
const operations = listOperations(API);
const at = (anchor: string) => {
  const found = operations.find((each) => each.anchor === anchor);
  if (!found) throw new Error(`no ${anchor} in ${operations.map((each) => each.anchor).join(' ')}`);
  return found;
};

describe('listOperations', () => {
  it('gives each operation its own anchor', () => {
    expect(operations.map(({ anchor }) => anchor)).toEqual([
      'get-api-v1-documents-id',
      'delete-api-v1-documents-id',
      'post-api-v1-documents',
      'post-api-v1-auth-login',
    ]);
  });

  it('groups by tag, or by the first word of the path', () => {
    expect(operations.map(({ tag }) => tag)).toEqual(['documents', 'Documents', 'documents', 'auth']);
  });

  it('finds by all words of the filter, in any order', () => {
    expect(operations.filter((each) => fitsWords(each, 'document READ')).map(({ method }) => method)).toEqual(['GET']);
    expect(operations.filter((each) => fitsWords(each, '  '))).toHaveLength(4);
  });
});

describe('typeText', () => {
  it.each([
    [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ enum: ['a', 'b'] }, '"a" | "b"'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
    [{ type: 'array', items: { $ref: '#/components/schemas/Login' } }, 'Login[]'],
    [{ anyOf: [{ $ref: '#/components/schemas/Login' }, { type: 'null' }] }, 'Login | null'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [name]: number }'],
    [{}, 'any'],
  ])('%j is %s', (schema, expected) => expect(typeText(schema)).toBe(expected));
});

describe('exampleOf', () => {
  it('ends for a schema that holds itself', () => {
    expect(exampleOf(API, { $ref: '#/components/schemas/Tree' })).toEqual({ children: [{}] });
  });

  it('prefers the example of the schema', () => {
    expect(exampleOf(API, { $ref: '#/components/schemas/Login' })).toEqual({ email: 'ada@example.com', note: "it's" });
  });
});

describe('curlLine', () => {
  const origin = 'https://api.example.com';

  it('sends the key unless the operation is public', () => {
    expect(curlLine(API, at('get-api-v1-documents-id'), origin)).toBe(
      'curl "https://api.example.com/api/v1/documents/$ID" \\\n  -H "Authorization: Bearer $NC_KEY"',
    );
    expect(curlLine(API, at('post-api-v1-auth-login'), origin)).not.toContain('Authorization');
  });

  it('sends files as a form', () =>
    expect(curlLine(API, at('post-api-v1-documents'), origin)).toContain("-F 'file=@invoice.pdf'"));

  it('survives quotes in the example', () => {
    expect(curlLine(API, at('post-api-v1-auth-login'), origin)).toContain(`it'\\''s`);
  });
});
