// How many requests a second for one page that is kept, beside nginx, which serves the same compressed bytes as a file.
// Both in turn, by wrk on this machine. Call: node bench/server/throughput.mjs

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { article } from '../../tests/e2e/support/content.mjs';
import { startSandbox } from '../../tests/e2e/support/sandbox.mjs';
import { nginxPath } from '../../tests/hosting/nginx.mjs';
import { freePort } from '../../tests/hosting/support.mjs';
import { programPath } from '../../tests/support/programs.mjs';
import { median, print } from '../measure.mjs';
import { startRelease } from './process.mjs';

const RUNS = 5;
const SECONDS = 5;
const CONNECTIONS = 64;
const PATH = article('basic').path;

/** The page as it is sent. */
async function compressed(url) {
  const [response] = await once(get(url, { headers: { 'accept-encoding': 'br' }, agent: false }), 'response');
  if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'br')
    throw new Error(`${url}: ${response.statusCode} ${response.headers['content-encoding']}`);
  return buffer(response);
}

/** Starts nginx, which answers every address with these bytes, as Debian configures it otherwise. */
async function startNginx(bytes) {
  const folder = await mkdtemp(join(tmpdir(), 'tadwina-nginx-'));
  const port = await freePort();
  await writeFile(join(folder, 'page'), bytes);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  await writeFile(
    join(folder, 'nginx.conf'),
    `user root; worker_processes auto; pid ${folder}/pid; error_log stderr; events { worker_connections 768; }
http { ${temporary.join(' ')} access_log off; sendfile on; tcp_nopush on; server { listen 127.0.0.1:${port}; root ${folder};
  location / { try_files /page =404; default_type 'text/html; charset=utf-8'; add_header Content-Encoding br; } } }`,
  );
  const child = spawn(nginxPath(), ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'inherit' });
  const gone = once(child, 'close');
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      child.kill();
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

/** The page as a server sends it that has begun to listen, or will. */
async function whenListening(url) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await compressed(url);
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || tries === 100) throw error;
      await new Promise((passed) => setTimeout(passed, 50));
    }
  }
}

/** Requests a second, and the slowest but one in a hundred. */
async function load(url) {
  const wrk = programPath({ names: ['wrk'], variable: 'WRK_PATH', install: 'apt-get install wrk' });
  const args = ['-t2', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: br', url];
  const { stdout } = await promisify(execFile)(wrk, args);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), p99: /99%\s+(\S+)/.exec(stdout)[1] };
}

export async function throughput() {
  const site = await startSandbox();
  const server = await startRelease(site.url);
  const bytes = await compressed(server.url + PATH);
  const nginx = await startNginx(bytes);
  try {
    if (!bytes.equals(await whenListening(nginx.url + PATH))) throw new Error('nginx serves other bytes');
    const runs = { 'tadwina-server': [], nginx: [] };
    for (let run = 0; run < RUNS; run += 1) {
      runs['tadwina-server'].push(await load(server.url + PATH));
      runs.nginx.push(await load(nginx.url + PATH));
    }
    const rate = (name) => median(runs[name].map((run) => run.rate));
    console.log(
      `throughput: a kept page of ${bytes.length} bytes, ${CONNECTIONS} connections, ${RUNS} runs of ${SECONDS} s in turn, medians`,
    );
    print(
      Object.keys(runs).map((name) => ({
        server: name,
        'requests/s': Math.round(rate(name)),
        'p99 of each run': runs[name].map(({ p99 }) => p99).join(' '),
        'against nginx': (rate(name) / rate('nginx')).toFixed(2),
      })),
    );
  } finally {
    await nginx.close();
    await server.close();
    await site.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await throughput();
