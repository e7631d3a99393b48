/**
 * The Content-Disposition of a file to be saved (RFC 6266): its name as it is, in UTF-8, and one in ASCII for those who
 * cannot read that.
 */
export function fileDisposition(name: string, inAscii: string): string {
  // Percent-encoding lets these through, which RFC 8187 does not.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = inAscii.replace(/[^\w.-]/gu, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
