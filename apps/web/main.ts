import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/forced-colors.css';
import { askForPage } from './api/ask-early.js';
import { loadFirstPage } from './first-pages.js';
import { learnLanguage } from './texts/learn-language.js';

// While the program is fetched and evaluated, the server answers already.
askForPage(window.location.pathname);

// Constants are made of texts when their modules are loaded: the language comes before all of them.
const another = learnLanguage();
if (another === null) start();
else void another.then(start);

function start(): void {
  void import('./start.js');
  // With it, and not only when the program knows which page it is.
  void loadFirstPage(window.location.pathname);
}
