import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Everything the app loads, it loads from itself. Inline scripts and style attributes in markup do nothing. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const house = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      mediaSrc: ["'self'", 'blob:'],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    // Photographs of documents need the camera; nothing else is asked for, here or in anything embedded.
    permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    // A promise of https on a plain-http address would lock the person out of their own server.
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
  });
  return async (context, next) => {
    let own: string | null = null;
    await house(context, async () => {
      await next();
      own = context.res.headers.get(POLICY);
    });
    // A file somebody sent in comes with a stricter policy of its own.
    if (own !== null) context.res.headers.set(POLICY, own);
  };
}

const POLICY = 'content-security-policy';
