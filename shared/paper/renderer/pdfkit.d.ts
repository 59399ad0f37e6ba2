/** The part of pdfkit 0.20.2 that papers are drawn with; the package brings no types. */
declare module 'pdfkit' {
  export interface StructElement {
    add(child: StructElement | (() => void)): this;
    end(): void;
  }

  export interface StructOptions {
    readonly alt?: string;
    /** Left, top, right and bottom in points from the top left of the page. */
    readonly bbox?: readonly [number, number, number, number];
    readonly scope?: 'Row' | 'Column';
  }

  export interface DocumentOptions {
    readonly size: 'A4';
    readonly margin: number;
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/A-3a';
    readonly lang: string;
    readonly tagged: true;
    readonly displayTitle: true;
    readonly compress: boolean;
    readonly font: null;
    readonly autoFirstPage: false;
    readonly bufferPages: true;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export interface TextOptions {
    readonly lineBreak: false;
    readonly baseline: 'alphabetic';
    readonly characterSpacing: number;
  }

  export interface FileOptions {
    name: string;
    type: string;
    description: string;
    relationship: 'Source' | 'Data';
    creationDate: Date;
    modifiedDate: Date;
  }

  export class PDFDocument {
    constructor(options: DocumentOptions);
    readonly info: Record<string, string | Date>;
    endMetadata(): void;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    addPage(): this;
    switchToPage(index: number): void;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(points: number): this;
    widthOfString(text: string, options?: { readonly characterSpacing: number }): number;
    text(text: string, x: number, y: number, options: TextOptions): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(points: number): this;
    lineCap(cap: 'butt' | 'round'): this;
    lineJoin(join: 'miter' | 'round'): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    stroke(): this;
    fill(): this;
    save(): this;
    restore(): this;
    struct(type: string, options?: StructOptions): StructElement;
    addStructure(element: StructElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    file(bytes: Uint8Array, options: FileOptions): unknown;
    end(): void;
  }

  export class LineWrapper {
    constructor(
      document: PDFDocument,
      options: { readonly width: number; readonly height: number; readonly characterSpacing: number },
    );
    on(event: 'line', listener: (line: string) => void): this;
    wrap(text: string, options: object): void;
  }
}
