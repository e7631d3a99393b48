import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's own modules, `expect` among them, run in a context of their own, the tests do not (native-runtime.cjs): here
 * both have the same `Error`, `Map` and so on, so that `instanceof` means the same on both sides.
 */
export default class SameConstructors extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of Object.getOwnPropertyNames(globalThis))
      if (/^[A-Z]/u.test(name) && isOfTheLanguage(name)) this.global[name] = globalThis[name];
  }
}

/** Looked at without asking for it: what Node.js adds is loaded when it is first asked for. */
function isOfTheLanguage(name) {
  const { value } = Object.getOwnPropertyDescriptor(globalThis, name);
  return typeof value === 'function' && /\[native code\]/u.test(Function.prototype.toString.call(value));
}
