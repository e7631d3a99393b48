import { serveGuarded } from '../serve-guarded.js';

/** A thread for tests that does what its bytes say. */
await serveGuarded(async (bytes) => {
  const kept: unknown[] = [];
  const told = new TextDecoder().decode(bytes);
  switch (told) {
    case 'spin':
      for (;;) kept.length = 0;
    case 'heap':
      for (let i = 0; ; i += 1) kept.push({ i, more: [i] });
    case 'buffers':
      for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
    case 'exit':
      return process.exit(3);
    case 'throw':
      throw new Error('something is wrong');
    case 'environment':
      return JSON.stringify(process.env);
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, 20));
      return told;
    default:
      return told;
  }
});
