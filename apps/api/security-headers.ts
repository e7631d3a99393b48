import helmet from 'helmet';

/**
 * The page may load what we serve and nothing else; no other page may frame it.
 *
 * `style-src 'unsafe-inline'`: antd writes its styles into <style> elements at run time and takes a nonce only from
 * a server-rendered page, which ours, a static file, is not. Scripts stay strict, and a style alone cannot send
 * anything anywhere: `default-src 'none'` leaves it no place to load from.
 */
export function securityHeaders(secure: boolean): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}
