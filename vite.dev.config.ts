import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cloudflare } from '@cloudflare/vite-plugin';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import './scripts/list-languages.mjs';
import { workerVariables } from './scripts/server/variables.ts';
import web from './web/vite.config.ts';

/** Set by scripts/dev.ts, which prepares the folder. */
const state = process.env['NEOCAPTURED_STATE'] ?? '.state';

/**
 * vite puts styles into the page as elements and talks to it over a socket; the application's content security policy
 * forbids both. The policy is tested on the built application.
 */
const withoutContentPolicy: Plugin = {
  name: 'without-content-policy',
  configureServer(server) {
    server.middlewares.use((_request, response, next) => {
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) =>
        /^content-security-policy$/i.test(name) ? response : setHeader(name, value);
      next();
    });
  },
};

/** As the front door of `npm start`: clients do not choose their own address. vite hands on the raw headers. */
const ownAddress: Plugin = {
  name: 'own-address',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const kept = request.rawHeaders.flatMap((name, at, all) =>
        at % 2 === 0 && !/^(?:cf|mf)-/i.test(name) ? [name, all[at + 1] ?? ''] : [],
      );
      const { remoteAddress = '' } = request.socket;
      request.rawHeaders = [...kept, 'cf-connecting-ip', remoteAddress];
      for (const name of Object.keys(request.headers)) if (/^(?:cf|mf)-/.test(name)) delete request.headers[name];
      request.headers['cf-connecting-ip'] = remoteAddress;
      next();
    });
  },
};

/** vite does not know the Data rule of queue-consumer/wrangler.toml: the models of text recognition become their bytes here. */
const models: Plugin = {
  name: 'models',
  enforce: 'pre',
  async load(id) {
    if (!/\.(?:traineddata\.gz|linemodel)$/.test(id)) return null;
    const model = (await readFile(id)).toString('base64');
    return `export default Uint8Array.from(atob('${model}'), (letter) => letter.charCodeAt(0)).buffer;`;
  },
};

/** Without its proxy: here the API is in the same server. */
const { server: _proxy, ...application } = web;

/** The daily loop: the application and both Workers in vite, on the same state as `npm start`. */
export default defineConfig(() =>
  mergeConfig(application, {
    plugins: [
      ownAddress,
      withoutContentPolicy,
      models,
      cloudflare({
        configPath: join(import.meta.dirname, 'wrangler.toml'),
        config: (worker) => {
          // vite serves the files itself.
          if (worker.assets) delete worker.assets.directory;
          worker.vars = { ...worker.vars, ...workerVariables(process.env) };
        },
        auxiliaryWorkers: [
          {
            configPath: join(import.meta.dirname, 'queue-consumer', 'wrangler.toml'),
            config: (worker) => {
              worker.vars = { ...worker.vars, ...workerVariables(process.env) };
            },
          },
        ],
        persistState: { path: state },
        inspectorPort: false,
        remoteBindings: false,
      }),
    ],
  }),
);
