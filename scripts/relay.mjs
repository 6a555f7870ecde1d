// Passes requests on to another server on this machine, as a web server in front of a blog does: the
// name under which the reader asked goes along in Host and X-Forwarded-Host, redirections come back with
// that name in them, text is compressed with brotli on the way.

import { request as ask } from 'node:http';
import { constants, createBrotliCompress } from 'node:zlib';

/** What is worth compressing; pictures and fonts are compressed already. */
export const TEXT = /^(?:text\/|application\/(?:json|javascript|manifest\+json|rss\+xml|wasm|xml)|image\/svg)/;

/** What concerns one connection only and is never passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** Quality of compression on the fly, as servers commonly set it. Files are compressed once, at 11. */
const QUALITY = 5;

/** Whether the client understands brotli. */
export function acceptsBrotli(request) {
  return /(?:^|[\s,])br(?:[\s,;]|$)/.test(request.headers['accept-encoding'] ?? '');
}

/**
 * A request handler that passes everything on to `target`, such as http://127.0.0.1:8081.
 * A target that does not answer becomes 502 with the reason as text.
 */
export function relay(target) {
  const { hostname, port, origin } = new URL(target);
  return (request, response) => {
    const own = request.headers.host;
    // WordPress redirects whoever asks under another name than its own, hence both.
    const headers = { ...request.headers, 'x-forwarded-host': own };
    for (const name of HOP_BY_HOP) delete headers[name];
    // Compressed here and nowhere else, so that the bytes are the same whatever stands behind.
    delete headers['accept-encoding'];

    const { method, url: path } = request;
    const asked = ask({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const passed = { ...answer.headers };
      for (const name of HOP_BY_HOP) delete passed[name];
      if (passed.location) passed.location = passed.location.replace(origin, `http://${own}`);
      const compress = acceptsBrotli(request) && TEXT.test(passed['content-type'] ?? '') && method !== 'HEAD';
      if (!compress || answer.statusCode === 204 || answer.statusCode === 304) {
        response.writeHead(answer.statusCode, passed);
        answer.pipe(response);
        return;
      }
      delete passed['content-length'];
      passed['content-encoding'] = 'br';
      passed.vary = [passed.vary, 'Accept-Encoding'].filter(Boolean).join(', ');
      response.writeHead(answer.statusCode, passed);
      const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
      answer.pipe(createBrotliCompress({ params })).pipe(response);
    });
    asked.on('error', (error) => {
      if (response.headersSent) {
        response.destroy(error);
        return;
      }
      response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${target} does not answer: ${error.message}\n`);
    });
    // A reader who goes away takes the question back.
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  };
}
