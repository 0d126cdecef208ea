import { describe, expect, it } from 'vitest';
import { curlCommand } from './curl-command.ts';
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
  it('gives each operation an anchor of its own', () => {
    expect(operations.map(({ anchor }) => anchor)).toEqual([
      'get-api-v1-documents-id',
      'delete-api-v1-documents-id',
      'post-api-v1-documents',
      'post-api-v1-auth-login',
    ]);
  });

  it('groups by tag, or by the first part of the path', () => {
    expect(operations.map(({ tag }) => tag)).toEqual(['documents', 'Documents', 'documents', 'auth']);
  });

  it('filters by all words, in any order', () => {
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
  it('terminates for recursive schemas', () => {
    expect(exampleOf(API, { $ref: '#/components/schemas/Tree' })).toEqual({ children: [{}] });
  });

  it('prefers the example of the schema', () => {
    expect(exampleOf(API, { $ref: '#/components/schemas/Login' })).toEqual({ email: 'ada@example.com', note: "it's" });
  });
});

describe('curlCommand', () => {
  const origin = 'https://api.example.com';

  it('sends the API key unless the operation is public', () => {
    expect(curlCommand(API, at('get-api-v1-documents-id'), origin)).toBe(
      'curl "https://api.example.com/api/v1/documents/$ID" \\\n  -H "Authorization: Bearer $NC_KEY"',
    );
    expect(curlCommand(API, at('post-api-v1-auth-login'), origin)).not.toContain('Authorization');
  });

  it('sends files as form data', () =>
    expect(curlCommand(API, at('post-api-v1-documents'), origin)).toContain("-F 'file=@invoice.pdf'"));

  it('escapes quotes in the example', () => {
    expect(curlCommand(API, at('post-api-v1-auth-login'), origin)).toContain(`it'\\''s`);
  });
});
