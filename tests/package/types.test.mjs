// The type declarations: they compile in strict mode, accept right programs and refuse wrong ones, and agree with the
// custom elements manifest and src/error.rs. Run by `node --test`.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';

import ts from 'typescript';

import { assemble } from '../../embed/package/assemble.mjs';
import { copyFolder, root, scratch } from './installed.mjs';
import { all, detailOf, elementsOf, manifestOf } from './manifest.mjs';

const MODULE_KINDS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

let folder;

/** Compiles the files of tests/package/types, which import the package as its users do. */
function compile(kind, options = {}) {
  return ts.createProgram(
    ['plain.ts', 'react.tsx'].map((name) => join(folder, 'project', name)),
    {
      ...MODULE_KINDS[kind],
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      jsx: ts.JsxEmit.ReactJSX,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUncheckedSideEffectImports: true,
      verbatimModuleSyntax: true,
      resolveJsonModule: true,
      skipLibCheck: false,
      noEmit: true,
      ...options,
    },
  );
}

const errorsOf = (program) =>
  ts.getPreEmitDiagnostics(program).map((each) => {
    const at = each.file?.getLineAndCharacterOfPosition(each.start);
    return `${each.file?.fileName}:${(at?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(each.messageText, '\n')}`;
  });

/** A function from names to the types that files of the package export. */
function exportedTypes(program, ...files) {
  const checker = program.getTypeChecker();
  const symbols = new Map(
    files
      .map((name) => program.getSourceFile(join(folder, 'project/node_modules/tadwina', name)))
      .flatMap((source) => checker.getExportsOfModule(checker.getSymbolAtLocation(source)))
      .map((symbol) => [symbol.name, symbol]),
  );
  return (name) => checker.getDeclaredTypeOfSymbol(symbols.get(name));
}

before(async () => {
  folder = scratch('types');
  copyFolder('types', join(folder, 'project'));
  writeFileSync(join(folder, 'project/package.json'), '{ "private": true, "type": "module" }\n');
  await assemble(join(folder, 'project/node_modules/tadwina'));
});

for (const kind of Object.keys(MODULE_KINDS)) {
  test(`strict TypeScript finds no error (${kind})`, () => {
    assert.deepEqual(errorsOf(compile(kind)), []);
  });
}

test('the declarations need no JSX and no React', () => {
  const file = join(folder, 'project/node_modules/tadwina/index.d.ts');
  const program = ts.createProgram([file], { ...MODULE_KINDS.bundler, types: [], strict: true, noEmit: true });
  assert.deepEqual(errorsOf(program), []);
  assert.ok(program.getSourceFiles().every(({ fileName }) => !fileName.includes('react')));
});

test('the declarations have the elements, options, attributes and events of the manifest', () => {
  const program = compile('bundler');
  const checker = program.getTypeChecker();
  const typeOf = exportedTypes(program, 'index.d.ts', 'react.d.ts');
  const names = (type) =>
    type
      .getProperties()
      .map(({ name }) => name)
      .sort();
  const html = checker.getDeclaredTypeOfSymbol(
    checker.resolveName('HTMLElement', undefined, ts.SymbolFlags.Interface, false),
  );
  const own = (type) => names(type).filter((name) => !html.getProperty(name));
  const manifest = manifestOf(join(folder, 'project/node_modules/tadwina'));

  for (const { name: className, attributes, events } of elementsOf(manifest)) {
    const expected = attributes.map(({ fieldName }) => fieldName).sort();
    const short = className.slice('Tadwina'.length);
    assert.ok(checker.isTypeAssignableTo(typeOf(className), html), `${className} is an HTMLElement`);
    assert.deepEqual(names(typeOf(`${short}Options`)), expected, `${short}Options`);
    assert.deepEqual(own(typeOf(className)), expected, className);
    const inJsx = [...attributes.map(({ name }) => name), ...events.map(({ name }) => `on${name}`)];
    assert.deepEqual(names(typeOf(`${short}Attributes`)), inJsx.sort(), `${short}Attributes`);
  }

  const map = typeOf('TadwinaEventMap');
  const events = all(manifest, 'events');
  assert.deepEqual(names(map), events.map(({ name }) => name).sort());
  for (const eventInManifest of events) {
    const { name, type } = eventInManifest;
    const event = checker.getTypeOfSymbol(map.getProperty(name));
    assert.equal(event.aliasSymbol?.name, type.references[0].name, name);
    const declaredDetail = checker.getTypeOfSymbol(event.getProperty('detail'));
    const fields = declaredDetail.getProperties().map((field) => {
      const text = checker.typeToString(checker.getTypeOfSymbol(field));
      return [field.name, text.replaceAll('"', "'")];
    });
    assert.deepEqual(Object.fromEntries(fields), detailOf(eventInManifest), name);
  }
});

test('options and properties have the comments of their attributes', () => {
  const program = compile('bundler');
  const checker = program.getTypeChecker();
  const typeOf = exportedTypes(program, 'index.d.ts');
  const commentOf = (type, name) => {
    const symbol = typeOf(type).getProperty(name);
    return ts.displayPartsToString(symbol.getDocumentationComment(checker));
  };
  for (const { name: className, attributes } of elementsOf(manifestOf(join(folder, 'project/node_modules/tadwina')))) {
    for (const { fieldName, description } of attributes) {
      assert.equal(commentOf(className, fieldName), description, `${className}.${fieldName}`);
      assert.equal(commentOf(`${className.slice('Tadwina'.length)}Options`, fieldName), description, fieldName);
    }
  }
});

test('the kinds of errors are those of src/error.rs', () => {
  const rust = readFileSync(root('src/error.rs'), 'utf8');
  const [, keys] = /impl Error \{[\s\S]*?fn key\(&self\)[\s\S]*?match self \{([\s\S]*?)\n {8}\}/.exec(rust);
  const expected = [...keys.matchAll(/=> "([a-z-]+)"/g)].map(([, key]) => key);
  const declared = exportedTypes(compile('bundler'), 'index.d.ts')('TadwinaErrorKind').types.map(({ value }) => value);
  assert.deepEqual(declared.sort(), [...expected, 'not-started'].sort());
});
