const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

register('./typescript-hooks.js', pathToFileURL(__filename));
process.setSourceMapsEnabled(true);

/**
 * Files with tests, and all that they use, are loaded as Node.js itself loads modules: once a worker, and not once more
 * for every file (ADR 0052). Around them everything is Jest's: order, hooks, limits of time, what is told of failures.
 */
class NativeRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    // Node.js finds the lines of TypeScript by itself; Jest's way knows only of what Jest has loaded.
    Error.prepareStackTrace = undefined;
    return import(pathToFileURL(path).href);
  }

  /** Asked for before each file: its own `test`, `expect` and so on. */
  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    Object.assign(globalThis, globals);
  }
}

module.exports = { __esModule: true, default: NativeRuntime };
