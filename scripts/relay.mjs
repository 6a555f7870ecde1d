// Relays requests to another server on this machine, as a web server in front of a blog does. Host and X-Forwarded-Host
// carry the host name that the reader used, redirects come back with that name, and text is compressed with brotli.

import { request as sendRequest } from 'node:http';
import { constants, createBrotliCompress } from 'node:zlib';

/** Content types that are worth compressing. Pictures and fonts are compressed already. */
export const TEXT = /^(?:text\/|application\/(?:json|javascript|manifest\+json|rss\+xml|wasm|xml)|image\/svg)/;

/** Headers that concern one connection only and are never passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** The usual quality for compression on the fly. Files are compressed once, with quality 11. */
const QUALITY = 5;

/** Whether the client accepts brotli. */
export function acceptsBrotli(request) {
  return /(?:^|[\s,])br(?:[\s,;]|$)/.test(request.headers['accept-encoding'] ?? '');
}

/**
 * A request handler that relays every request to `target`, such as http://127.0.0.1:8081. If the target does not
 * respond, it sends 502 with the reason as text.
 */
export function relay(target) {
  const { hostname, port, origin } = new URL(target);
  return (request, response) => {
    const { host } = request.headers;
    // WordPress redirects a request for another host than its own, so it gets the name in both headers.
    const headers = { ...request.headers, 'x-forwarded-host': host };
    for (const name of HOP_BY_HOP) delete headers[name];
    // Only the relay compresses, so that the bytes do not depend on the server behind it.
    delete headers['accept-encoding'];

    const { method, url: path } = request;
    const relayed = sendRequest({ hostname, port, method, path, headers, agent: false }, (received) => {
      const passed = { ...received.headers };
      for (const name of HOP_BY_HOP) delete passed[name];
      if (passed.location) passed.location = passed.location.replace(origin, `http://${host}`);
      const compress = acceptsBrotli(request) && TEXT.test(passed['content-type'] ?? '') && method !== 'HEAD';
      if (!compress || received.statusCode === 204 || received.statusCode === 304) {
        response.writeHead(received.statusCode, passed);
        received.pipe(response);
        return;
      }
      delete passed['content-length'];
      passed['content-encoding'] = 'br';
      passed.vary = [passed.vary, 'Accept-Encoding'].filter(Boolean).join(', ');
      response.writeHead(received.statusCode, passed);
      const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
      received.pipe(createBrotliCompress({ params })).pipe(response);
    });
    relayed.on('error', (error) => {
      if (response.headersSent) {
        response.destroy(error);
        return;
      }
      response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${target} does not respond: ${error.message}\n`);
    });
    // If the reader leaves, the request to the target is cancelled too.
    response.on('close', () => relayed.destroy());
    request.pipe(relayed);
  };
}
