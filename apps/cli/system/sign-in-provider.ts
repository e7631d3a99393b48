import type { Config } from '#config';
import { parseClaimMapping, SignInProvider } from '#identity';
import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.js';

/**
 * Unified sign-in, as the environment and its mapping file have it; undefined: there is none.
 *
 * @throws CliError FILE_UNREADABLE, FILE_INVALID: who relies on it must not be met by a page without the button
 */
export async function signInProvider({ oidc, outside }: Config): Promise<SignInProvider | undefined> {
  if (oidc === null) return undefined;
  const { mappingFile, ...settings } = oidc;
  const text = await readFile(mappingFile, 'utf8').catch((cause: unknown) => {
    throw new CliError(
      'FILE_UNREADABLE',
      `读不出统一身份认证的映射文件 ${mappingFile}（LUOSHI_OIDC_MAPPING）。`,
      {
        cause,
      },
    );
  });
  const mapping = parseClaimMapping(text);
  if (!mapping.ok) {
    const told = mapping.problems.map(
      ({ line, column, message }) => `${mappingFile}:${line}:${column} ${message}`,
    );
    throw new CliError('FILE_INVALID', `统一身份认证的映射文件有误：\n${told.join('\n')}`);
  }
  return new SignInProvider({ ...settings, baseUrl: outside.baseUrl ?? '', mapping: mapping.value });
}
