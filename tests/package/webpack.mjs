// Builds a Vite application with webpack. The script gets the address that the page of the application names.
//
//   node webpack.mjs FOLDER

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import webpack from 'webpack';

const project = process.argv[2];
const built = join(project, 'dist');

webpack(
  {
    mode: 'production',
    context: project,
    entry: './src/main.js',
    experiments: { css: true },
    output: { path: join(built, 'src'), publicPath: '/src/', filename: 'main.js' },
    performance: false,
  },
  (error, stats) => {
    if (error || stats.hasErrors() || stats.hasWarnings()) {
      console.error(error ?? stats.toString('errors-warnings'));
      process.exitCode = 1;
      return;
    }
    mkdirSync(built, { recursive: true });
    copyFileSync(join(project, 'index.html'), join(built, 'index.html'));
  },
);
