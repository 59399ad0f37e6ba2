/** The bundler puts the bytes of a font in the place of its import. */
declare module '*.ttf' {
  const bytes: Uint8Array;
  export default bytes;
}
