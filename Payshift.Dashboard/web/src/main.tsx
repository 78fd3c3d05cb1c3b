import { render } from 'preact';

import { App } from './App';
import './styles/page.css';
import { applyTheme, readTheme } from './theme';

applyTheme(readTheme());
render(<App />, document.getElementById('app')!);
