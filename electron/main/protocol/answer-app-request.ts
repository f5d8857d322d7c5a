import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { contentSecurityPolicy, fixedHeaders } from '../security/content-security-policy.ts';
import { contentTypeOf } from './content-types.ts';
import { resolveAppFile } from './resolve-app-file.ts';

/** Answers one request for a file of the window. */
export async function answerAppRequest(method: string, address: string, folder: string): Promise<Response> {
  const file = method === 'GET' ? resolveAppFile(address, folder) : undefined;
  const contentType = file && contentTypeOf(file);
  const content = file && contentType ? await readInside(file, folder) : undefined;
  if (!content || !contentType) return new Response('', { status: 404, headers: { ...fixedHeaders } });
  const nonce = randomBytes(16).toString('base64');
  const isPage = contentType.startsWith('text/html');
  const body = isPage ? withStyleNonce(content.toString('utf8'), nonce) : new Uint8Array(content);
  return new Response(body, {
    status: 200,
    headers: { ...fixedHeaders, 'content-type': contentType, 'content-security-policy': contentSecurityPolicy(nonce) },
  });
}

/** A link inside the folder may point out of it: the real place decides. */
async function readInside(file: string, folder: string): Promise<Buffer | undefined> {
  try {
    const [realFile, realFolder] = await Promise.all([realpath(file), realpath(folder)]);
    return realFile.startsWith(realFolder + sep) ? await readFile(realFile) : undefined;
  } catch {
    return undefined;
  }
}

/** Tells the page's own code the nonce its style elements must carry. Chromium hides the attribute from selectors. */
function withStyleNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}
