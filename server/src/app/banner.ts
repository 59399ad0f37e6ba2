import type { Env } from './env.ts';

type Told = Pick<Env, 'port' | 'publicUrl'> & { readonly demo: boolean };

/** What the person at the terminal needs to go on. */
export function banner({ port, publicUrl, demo }: Told): string {
  const local = `http://localhost:${port}`;
  return [
    '',
    `  Cession is running: ${publicUrl}`,
    ...(publicUrl === local ? [] : [`  On this machine:    ${local}`]),
    ...(demo ? ['  Demo accounts are on the sign-in page; the password is cession-demo.'] : []),
    '',
    ...(publicUrl.startsWith('https:') ? [] : onPhone(local)),
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}

/** Browsers give offline work only to https pages and to localhost. */
function onPhone(local: string): string[] {
  return [
    '  On a phone it works offline only over https: put a TLS proxy in front or open a tunnel to',
    `  ${local}, and set PUBLIC_URL to the https address. On this machine localhost is enough.`,
    '',
  ];
}
