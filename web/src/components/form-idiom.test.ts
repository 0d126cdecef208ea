import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
const pages = Object.entries(sources).filter(([path]) => !/\/components\/(text|select)-(field|area)\.tsx$/.test(path));

/** The attributes of every use of a component in a source file. */
const usesOf = (component: string, source: string): readonly string[] =>
  [...source.matchAll(new RegExp(`<${component}\\b([^]*?)\\s/>`, 'g'))].map(([, attributes = '']) => attributes);

it('binds every text field by spreading a bound field', () => {
  const uses = pages.flatMap(([path, source]) =>
    ['TextField', 'TextArea', 'EmailField', 'PasswordField', 'NewPasswordField', 'NameField']
      .flatMap((component) => usesOf(component, source))
      .map((attributes) => ({ path, attributes })),
  );
  expect(uses.length).toBeGreaterThan(20);
  expect(uses.filter(({ attributes }) => !attributes.includes('{...'))).toEqual([]);
});

it('takes the limits of inputs from where they are enforced', () => {
  expect(pages.filter(([, source]) => /maxLength=\{\d/.test(source)).map(([path]) => path)).toEqual([]);
});
