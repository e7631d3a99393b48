export interface OwnCertificate {
  key: string;
  /** Also its own authority: a client that is given it as `ca` trusts the server. */
  certificate: string;
}

/** A certificate for `localhost` and 127.0.0.1, made now and good for a day. */
export async function ownCertificate(): Promise<OwnCertificate> {
  const { generate } = await import('selfsigned');
  const { private: key, cert: certificate } = await generate([{ name: 'commonName', value: 'localhost' }], {
    notAfterDate: new Date(Date.now() + 86_400_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key, certificate };
}
