// Makes what the Dockerfile makes, without Docker: every stage is a folder, what is copied is copied, what is run is run there.
// So that what the image would hold is known to suffice, and nothing that it runs or copies is missing.
//
//   node .ci/make-image.mjs FOLDER      prints { root, env, user, entrypoint, command, healthcheck } of the last stage
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { ignoredBy } from './docker-ignore.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} folder where the stages are made; must not exist yet */
export function makeImage(folder) {
  const files = contextOf(ROOT);
  const stages = new Map();
  const args = new Map();
  let stage;
  for (const instruction of DockerfileParser.parse(
    readFileSync(join(ROOT, 'Dockerfile'), 'utf8'),
  ).getInstructions()) {
    const keyword = instruction.getKeyword();
    const words = instruction.getExpandedArguments().map((one) => one.getValue());
    const text = instruction.getRawArgumentsContent() ?? '';
    const exec = () => JSON.parse(text);
    switch (keyword) {
      case 'ARG':
        args.set(...text.split('='));
        break;
      case 'FROM':
        stage = { root: join(folder, String(stages.size)), workdir: '/', env: {}, user: 'root' };
        mkdirSync(stage.root, { recursive: true });
        stages.set(words[1]?.toUpperCase() === 'AS' ? words[2] : String(stages.size), stage);
        break;
      case 'WORKDIR':
        stage.workdir = posix.resolve(stage.workdir, words[0]);
        mkdirSync(join(stage.root, stage.workdir), { recursive: true });
        break;
      case 'ENV':
        for (const word of words)
          Object.assign(stage.env, { [word.split('=')[0]]: word.slice(word.indexOf('=') + 1) });
        break;
      case 'COPY':
        copy(instruction, words, stage, stages, files);
        break;
      case 'RUN':
        run(text, stage);
        break;
      case 'USER':
        stage.user = words[0];
        break;
      case 'ENTRYPOINT':
        stage.entrypoint = exec();
        break;
      case 'CMD':
        stage.command = exec();
        break;
      case 'HEALTHCHECK':
        stage.healthcheck = JSON.parse(text.slice(text.indexOf('[')));
        break;
      case 'LABEL':
      case 'EXPOSE':
        break;
      default:
        throw new Error(`the Dockerfile says ${keyword}, which is not known here: say what it does`);
    }
  }
  const { root, workdir, env, user, entrypoint, command, healthcheck } = stage;
  return {
    root: join(root, workdir),
    env,
    user,
    entrypoint,
    command,
    healthcheck,
    base: args.get('NODE_IMAGE'),
  };
}

/** What is sent to the builder: the files of the checkout that .dockerignore lets in. */
function contextOf(root) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  const ignored = ignoredBy(readFileSync(join(root, '.dockerignore'), 'utf8'));
  return listed
    .toString()
    .split('\0')
    .filter((file) => file !== '' && !ignored(file) && existsSync(join(root, file)));
}

function copy(instruction, words, stage, stages, files) {
  const flag = instruction.getFlags().find((one) => one.getName() === 'from');
  const from = flag ? stages.get(flag.getValue()) : undefined;
  assert.ok(!flag || from, `no stage is called ${flag?.getValue()}`);
  const target = words.at(-1);
  const into = join(stage.root, posix.resolve(stage.workdir, target));
  for (const source of words.slice(0, -1)) {
    const isFolder = statSync(from ? join(from.root, source) : join(ROOT, source)).isDirectory();
    const place = isFolder || !(target.endsWith('/') || target === '.') ? into : join(into, basename(source));
    if (from) {
      cpSync(join(from.root, source), place, { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const wanted = files.filter(
      (file) => file === source || file.startsWith(`${source.replace(/\/+$/, '')}/`),
    );
    assert.ok(wanted.length > 0, `${source} is copied, and .dockerignore lets nothing of it in`);
    for (const file of wanted)
      cpSync(join(ROOT, file), isFolder ? join(place, file.slice(source.length)) : place, {
        recursive: true,
      });
  }
}

function run(command, stage) {
  assert.ok(!command.includes('/luoshi'), 'what is run must go by its folder, not by an absolute path');
  execFileSync('sh', ['-euc', command.replace(/\\\n/g, ' ')], {
    cwd: join(stage.root, stage.workdir),
    env: { ...process.env, ...stage.env, npm_config_prefer_offline: 'true', npm_config_progress: 'false' },
    stdio: ['ignore', 2, 2],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(makeImage(resolve(process.argv[2])), null, 2)}\n`);
}
