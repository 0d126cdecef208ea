/** One line per command in package.json, in the order they are usually needed. */
export const COMMANDS: Readonly<Record<string, string>> = {
  start: 'The whole platform on this machine: npm start -- [--port N] [--state DIR] [--demo FILE]',
  dev: 'The same for daily work: the application and both Workers reload as you edit',
  test: 'Everything that can be checked; npm test -- [FILE…] [--watch] for some tests, --quick for the daily loop',
  'test:matrix': 'Every operation of the API × everybody who may ask; npm test asks for a sample',
  'test:faults': 'Every call of D1, R2 and the queue made to fail, and the server killed; npm test asks for a sample',
  'test:hostile':
    "Hostile files and connections against the running platform: npm run test:hostile -- ['part of a name']",
  'test:properties': 'The property tests with other values than npm test tries: npm run test:properties -- [--seed N]',
  extract: 'The engine on files: npm run extract -- FILE… [--json] [--type T]',
  score: 'The engine against a corpus with known answers: npm run score -- DIR [--json] [--set NAME]',
  blind: 'Scores an archive that nobody has looked into and records the figures: npm run blind -- ARCHIVE [--again]',
  bench: 'Measures the running platform and writes docs/performance.md; npm run bench -- --only sign-ins',
  train: 'Learns scorers from made documents: npm run train -- --synthetic DIR [--evaluate DIR] [--out FILE]',
  'held-out': 'What to expect of families of documents that nothing was fitted to',
  'bench:engine': 'Measures the engine alone, in this process',
  'bench:review': 'Reviews documents with known answers by keyboard: npm run bench:review -- DIR [--documents N]',
  'check:exports': 'Exports and files that nothing uses',
  'check:words': 'One word for each thing, in comments, screens and documentation',
  'check:rooms': 'Who may import whom, names, sizes and room cards',
  'check:patterns': 'No regular expression that a text can make slow',
  docs: 'Writes the generated tables in docs/ anew',
  format: 'Formats and repairs what can be repaired by itself',
  prepare: 'Lists the files of engine/languages for the bundlers; every command does it itself',
  help: 'This list',
};

/** Returns commands without a line, and lines without a command. */
export function compareCommands(scripts: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...Object.keys(scripts)
      .filter((name) => COMMANDS[name] === undefined)
      .map((name) => `package.json has "${name}", npm run help does not`),
    ...Object.keys(COMMANDS)
      .filter((name) => scripts[name] === undefined)
      .map((name) => `npm run help has "${name}", package.json does not`),
  ];
}
