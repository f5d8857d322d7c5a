import { BrowserWindow, session } from 'electron';
import { hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import { hardenSession } from '../security/harden-session.ts';
import { appOrigin, appScheme } from '../security/origin.ts';
import { safeWebPreferences } from '../security/web-preferences.ts';

/** A report carries its styles, pictures and fonts inside itself, and is paper: nothing runs and nothing is fetched. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
let printed = 0;

/**
 * Prints a whole HTML document to a tagged PDF with an outline, in a window nobody sees. JavaScript is off, the session
 * lives in memory and can reach one address: the document itself. Throws 'pdf-unavailable'.
 */
export async function renderPdf(html: string): Promise<Uint8Array> {
  printed += 1;
  const printSession = session.fromPartition(`print-${printed}`);
  hardenSession(printSession, { allowDevTools: false });
  printSession.protocol.handle(
    appScheme,
    () =>
      new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy },
      }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      ...safeWebPreferences(null),
      session: printSession,
      javascript: false,
      images: true,
      devTools: false,
    },
  });
  try {
    await window.loadURL(`${appOrigin}/report.html`);
    const pdf = await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
    return new Uint8Array(pdf);
  } catch (error) {
    throw hearthErrorFrom(error, 'pdf-unavailable');
  } finally {
    window.destroy();
    printSession.protocol.unhandle(appScheme);
  }
}
