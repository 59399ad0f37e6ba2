import type { Page } from 'playwright-core';

/** A photograph nobody has seen: noise, so that it stays large however it is squeezed. Made by the browser itself. */
export async function makePhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ width: across, height: down }) => {
      const canvas = new OffscreenCanvas(across, down);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('there is no canvas');
      const picture = context.createImageData(across, down);
      let state = 20_261_121;
      for (let at = 0; at < picture.data.length; at += 4) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        const grey = 128 + ((state >>> 24) & 127);
        picture.data.set([grey, grey, grey - 20, 255], at);
      }
      context.putImageData(picture, 0, 0);
      context.fillStyle = '#123';
      context.font = `${Math.round(down / 8)}px sans-serif`;
      context.fillText('SUPPLY CONTRACT', across / 20, down / 2);
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
      );
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    },
    { width, height },
  );
  return Buffer.from(base64, 'base64');
}

/** Picks a file for the input a button opens, as a person does. */
export async function pickFile(
  page: Page,
  button: string,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('dialog').getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}
