// nginx with the configuration of deploy/, before a tadwina-server, on free ports.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import { programPath } from '../support/programs.mjs';
import { deployed, freePort, isOpen, ROOT, run } from './support.mjs';

/** The name of the site in the configuration. */
export const NAME = 'blog.example';

export const nginxPath = () =>
  programPath({
    names: ['nginx'],
    variable: 'NGINX_PATH',
    folders: ['/usr/sbin', join(ROOT, 'target/nginx/usr/sbin')],
    install: 'make setup',
  });

/** What every configuration has, and Debian's own besides. */
const around = (folder) => `daemon off;
worker_processes 1;
${process.getuid() === 0 ? 'user root;' : ''}
pid ${folder}/pid;
error_log ${folder}/log warn;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include ${folder}/tadwina.conf;
}
`;

/** A certificate for NAME that nobody but the tests trusts. */
const certify = (folder) =>
  run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`],
    ...['-keyout', join(folder, 'key'), '-out', join(folder, 'certificate')],
  ]);

/**
 * Starts nginx before `server`, such as `127.0.0.1:3000`.
 *
 * `ask` sends a request for a path of the site and gives status, headers and body as they came; `port` and `plainPort`
 * are those of HTTPS and HTTP.
 */
export async function startNginx(server) {
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-nginx-'));
  certify(folder);
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = deployed('nginx.conf', [
    ['/var/cache/nginx/tadwina', `${folder}/cache`],
    ['server 127.0.0.1:3000;', `server ${server};`],
    ['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['/etc/ssl/blog.example.pem', `${folder}/certificate`],
    ['/etc/ssl/private/blog.example.key', `${folder}/key`],
  ]);
  writeFileSync(join(folder, 'tadwina.conf'), site);
  writeFileSync(join(folder, 'nginx.conf'), around(folder));
  const child = spawn(nginxPath(), ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  await expect.poll(() => child.exitCode !== null || isOpen(port)).toBe(true);
  const ca = readFileSync(join(folder, 'certificate'));
  return {
    port,
    plainPort,
    ask: (path, options) => ask({ port, ca }, path, options),
    stop: async () => {
      child.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const ask = ({ port, ca }, path, { method = 'GET', headers = {} } = {}) =>
  new Promise((resolve, failed) => {
    const to = { host: '127.0.0.1', port, path, method, ca, servername: NAME, agent: false };
    const sent = request({ ...to, headers: { host: NAME, accept: 'text/html,*/*', ...headers } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.once('error', failed);
      response.once('end', () => {
        const body = Buffer.concat(parts);
        resolve({
          status: response.statusCode,
          headers: response.headers,
          cache: response.headers['x-cache'],
          body,
          text: body.toString(),
        });
      });
    });
    sent.once('error', failed);
    sent.end();
  });
