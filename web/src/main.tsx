import { render } from 'preact';
import { App } from './app.tsx';
import './styles/main.css';

const root = document.getElementById('app');
if (!root) throw new TypeError('index.html has no #app');
render(<App />, root);
