import { render } from 'preact';
import { App } from './app.tsx';
import { reloadOnNewVersion } from './state/reload-on-new-version.ts';
import './styles/main.css';

reloadOnNewVersion();

const root = document.getElementById('app');
if (!root) throw new TypeError('index.html has no #app');
render(<App />, root);
