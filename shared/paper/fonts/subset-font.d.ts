/** The part of subset-font 2.9.0 that is used; the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'truetype'; readonly keepFeatures: readonly string[] },
  ): Promise<Uint8Array>;
}
