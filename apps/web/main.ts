import './no-code-at-run-time.js';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import { learnLanguage } from './texts/learn-language.js';

// Constants are made of texts when their modules are loaded: the language comes before all of them.
const another = learnLanguage();
if (another === null) void import('./start.js');
else void another.then(() => import('./start.js'));
