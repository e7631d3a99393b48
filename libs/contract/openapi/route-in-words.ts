/** `fileSitting` as words: what an English reader has instead of the Chinese summary. */
export function routeInWords(name: string): string {
  const words = name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
