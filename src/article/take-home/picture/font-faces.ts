/** The page's own letters, to be put into a picture. */

const ADDRESS = /url\("?([^")]+)"?\)/;

/** @param used text that names the families which are wanted */
export async function fontFaces(used: string): Promise<string> {
  const rules = Array.from(document.styleSheets).flatMap((sheet) =>
    Array.from(sheet.cssRules).flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const family = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '');
      return used.includes(family) && ADDRESS.test(rule.cssText) ? [{ rule, base: sheet.href ?? location.href }] : [];
    }),
  );
  const faces = await Promise.all(
    rules.map(async ({ rule, base }) => {
      const [whole, address] = ADDRESS.exec(rule.cssText) ?? ['', ''];
      const answer = await fetch(new URL(address, base));
      return rule.cssText.replace(whole, `url("${await dataUrl(await answer.blob())}")`);
    }),
  );
  return faces.join('');
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('the page’s letters cannot be read'));
    reader.readAsDataURL(blob);
  });
}
