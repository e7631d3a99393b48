import { hash } from 'node:crypto';
import { damaged } from '../archive-error.js';
import { contentsOf, MANIFEST, manifestSchema, type ArchiveManifest } from '../archive-format.js';

/** The manifest, held against its hash. @throws ArchiveError ARCHIVE_DAMAGED */
export function readManifest(hashFile: Buffer, bytes: Buffer): { manifest: ArchiveManifest; sha256: string } {
  const said = new RegExp(`^([0-9a-f]{64})  ${MANIFEST.replace('.', '\\.')}\n$`, 'u').exec(
    hashFile.toString('latin1'),
  );
  const sha256 = hash('sha256', bytes, 'hex');
  if (said === null) throw damaged('不是本系统的档案');
  if (said[1] !== sha256) throw damaged('清单与它的哈希不符');
  let manifest: ArchiveManifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw damaged('清单的内容不合规定', error);
  }
  const names = contentsOf(manifest).map(({ file }) => file);
  if (new Set(names).size !== names.length) throw damaged('清单中有同名的文件');
  for (const { file, sha256: of } of manifest.files)
    if (
      !file.endsWith(`/${of}`) ||
      (file.startsWith('evidence/') && file !== `evidence/${of.slice(0, 2)}/${of}`)
    )
      throw damaged(`清单中 ${file} 的名称与内容不符`);
  return { manifest, sha256 };
}
