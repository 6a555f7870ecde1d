// Advisories about the crates of Cargo.lock and the npm packages of both lock files: `node scripts/advisories.mjs`.
//
// The databases decide where they can be reached: RustSec's repository, and the audit endpoint of the npm registry.
// Elsewhere the records of advisories/ stand in for them, and the output says so, with their date. An advisory fails,
// unless deny.toml or advisories/allowed.json names it with a reason; an allowance that nothing needs fails too.
//
//   node scripts/advisories.mjs keep   # where both can be reached: brings the records up to date

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = `${ROOT}advisories`;
const LOCKS = ['', 'tests/package/'];
const BULK = '/-/npm/v1/security/advisories/bulk';

/** Where deny.toml keeps RustSec's database, and the folder that cargo-deny makes for it. */
const DATABASES = 'target/advisory-dbs';
const RUSTSEC = 'advisory-db-3157b0e258782691';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const say = (text) => console.log(`advisories: ${text}`);

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', ...options });
  if (error) throw error;
  return { status, stdout, stderr };
}

const git = (folder, ...args) => run('git', ['-C', folder, ...args]).stdout.trim();
const lastLine = (text) => text.trim().split('\n').pop();

/** Every crate of Cargo.lock. */
const crates = () =>
  new Set([...readFileSync(`${ROOT}Cargo.lock`, 'utf8').matchAll(/^name = "(.+)"$/gm)].map(([, name]) => name));

/** Checks the crates; whether there is nothing to report. */
function checkCrates(kept) {
  const fetched = `${ROOT}${DATABASES}/${RUSTSEC}`;
  const { status, stderr } = run('cargo', ['deny', 'fetch', 'db']);
  let config = 'deny.toml';
  if (status === 0 || existsSync(`${fetched}/.git`)) {
    const how = status === 0 ? 'as it is today' : `fetched earlier, cannot be fetched now (${lastLine(stderr)})`;
    say(`RustSec's database of ${git(fetched, 'log', '-1', '--format=%cs')}, ${how}`);
  } else {
    // cargo-deny reads a clone, so the records become one.
    const folder = `${ROOT}target/advisory-records`;
    const clone = `${folder}/${RUSTSEC}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(clone, { recursive: true });
    cpSync(`${KEPT}/rust`, `${clone}/crates`, { recursive: true });
    git(clone, 'init', '--quiet');
    writeFileSync(`${clone}/.git/FETCH_HEAD`, '');
    config = 'target/advisory-records/deny.toml';
    const settings = readFileSync(`${ROOT}deny.toml`, 'utf8');
    writeFileSync(`${ROOT}${config}`, settings.replace(`"${DATABASES}"`, '"target/advisory-records"'));
    say(`RustSec's database cannot be fetched: ${lastLine(stderr)}`);
    say(`the records of ${kept.rust.date} stand in for it; newer advisories are NOT known here`);
  }
  // --offline keeps cargo-deny from fetching once more, so the crates have to be here.
  run('cargo', ['fetch', '--locked', '--quiet']);
  const checked = run('cargo', ['deny', '--config', config, '--color', 'never', '--offline', 'check', 'advisories']);
  if (checked.status !== 0) console.error(checked.stderr);
  return checked.status === 0;
}

/** What `npm audit` reports: its advisories by id, or why there is no report. */
async function audit(folder, registry) {
  const options = [
    'audit',
    '--json',
    '--fetch-retries=0',
    '--fetch-timeout=30000',
    ...(registry ? [`--registry=${registry}`] : []),
  ];
  const child = spawn('npm', options, { cwd: ROOT + folder, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  const report = JSON.parse(text);
  if (!report.vulnerabilities) return { refused: report.message ?? report.error?.summary ?? 'no report' };
  const named = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((each) => typeof each === 'object'),
  );
  return { found: new Map(named.map((each) => [each.url.split('/').pop(), each])) };
}

/** A registry that answers audits, and nothing else, from `advisories`. */
async function recordedRegistry(advisories) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url !== BULK) {
      response.writeHead(404).end('{}');
      return;
    }
    const body = Buffer.concat(chunks);
    const asked = JSON.parse(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
    const known = Object.entries(advisories).filter(([name]) => name in asked);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(Object.fromEntries(known)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Checks the packages of both lock files; whether there is nothing to report. */
async function checkPackages(kept, allowed) {
  const found = new Map();
  const registry = await recordedRegistry(kept.npm.advisories);
  for (const folder of LOCKS) {
    let report = await audit(folder);
    if (report.found) say(`npm's advisories for ${folder}package-lock.json, as they are today`);
    else {
      say(`npm's advisories cannot be asked for: ${report.refused}`);
      say(
        `for ${folder}package-lock.json the records of ${kept.npm.date} stand in; newer advisories are NOT known here`,
      );
      report = await audit(folder, registry.url);
    }
    if (!report.found) throw new Error(`npm audit failed: ${report.refused}`);
    for (const [id, each] of report.found)
      found.set(id, `${each.name} ${each.range}: ${each.title} (${each.severity}, ${each.url})`);
  }
  registry.close();
  const reasons = new Map(allowed.map(({ id, reason }) => [id, reason]));
  const open = [...found].filter(([id]) => !reasons.get(id));
  for (const [id, text] of open) console.error(`advisories: ${id}: ${text}`);
  const unneeded = [...reasons.keys()].filter((id) => !found.has(id));
  for (const id of unneeded) console.error(`advisories: advisories/allowed.json allows ${id}, which nothing needs`);
  return open.length === 0 && unneeded.length === 0;
}

/** Writes what the databases say today about the crates and packages of the lock files. */
async function keep(kept) {
  const fetched = `${ROOT}${DATABASES}/${RUSTSEC}`;
  const { status, stderr } = run('cargo', ['deny', 'fetch', 'db']);
  if (status !== 0) throw new Error(stderr);
  rmSync(`${KEPT}/rust`, { recursive: true });
  for (const name of crates()) {
    const from = `${fetched}/crates/${name}`;
    if (!existsSync(from)) continue;
    mkdirSync(`${KEPT}/rust/${name}`, { recursive: true });
    for (const file of readdirSync(from)) {
      const [facts] = /^```toml\n.*?^```$/ms.exec(readFileSync(`${from}/${file}`, 'utf8')) ?? [];
      if (facts) writeFileSync(`${KEPT}/rust/${name}/${file}`, `${facts}\n\n# ${name}\n`);
    }
  }
  for (const folder of LOCKS) {
    const { found, refused } = await audit(folder);
    if (!found) throw new Error(refused);
    for (const { source: id, name, title, url, severity, range } of found.values()) {
      const others = (kept.npm.advisories[name] ?? []).filter((each) => each.url !== url);
      kept.npm.advisories[name] = [...others, { id, url, title, severity, vulnerable_versions: range }];
    }
  }
  kept.rust.date = git(fetched, 'log', '-1', '--format=%cs');
  kept.npm.date = new Date().toISOString().slice(0, 10);
  writeFileSync(`${KEPT}/records.json`, `${JSON.stringify(kept, null, 2)}\n`);
}

const kept = read(`${KEPT}/records.json`);
if (process.argv[2] === 'keep') await keep(kept);
else {
  const areCrates = checkCrates(kept);
  const arePackages = await checkPackages(kept, read(`${KEPT}/allowed.json`));
  if (!areCrates || !arePackages) process.exit(1);
}
