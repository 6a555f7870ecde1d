// The type declarations: they compile strictly, allow what they should and refuse what they should, and
// say the same as the custom elements manifest and src/error.rs. Run by `node --test`.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';

import ts from 'typescript';

import { assemble } from '../../embed/package/assemble.mjs';
import { all, detailOf, elementsOf, manifestOf } from './described.mjs';
import { copyOf, root, scratch } from './installed.mjs';

const MODULE_KINDS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

let folder;

/** A program of the files of tests/package/types, which import the package as its users do. */
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

const complaints = (program) =>
  ts.getPreEmitDiagnostics(program).map((each) => {
    const at = each.file?.getLineAndCharacterOfPosition(each.start);
    return `${each.file?.fileName}:${(at?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(each.messageText, '\n')}`;
  });

before(async () => {
  folder = scratch('types');
  copyOf('types', join(folder, 'project'));
  writeFileSync(join(folder, 'project/package.json'), '{ "private": true, "type": "module" }\n');
  await assemble(join(folder, 'project/node_modules/tadwina'));
});

for (const kind of Object.keys(MODULE_KINDS)) {
  test(`strict TypeScript agrees (${kind})`, () => {
    assert.deepEqual(complaints(compile(kind)), []);
  });
}

test('the declarations need no JSX and no React', () => {
  const file = join(folder, 'project/node_modules/tadwina/index.d.ts');
  const program = ts.createProgram([file], { ...MODULE_KINDS.bundler, types: [], strict: true, noEmit: true });
  assert.deepEqual(complaints(program), []);
  assert.ok(program.getSourceFiles().every(({ fileName }) => !fileName.includes('react')));
});

test('they name what the elements have', () => {
  const program = compile('bundler');
  const checker = program.getTypeChecker();
  const declared = new Map(
    ['index.d.ts', 'react.d.ts']
      .map((name) => program.getSourceFile(join(folder, 'project/node_modules/tadwina', name)))
      .flatMap((source) => checker.getExportsOfModule(checker.getSymbolAtLocation(source)))
      .map((symbol) => [symbol.name, symbol]),
  );
  const typeOf = (name) => checker.getDeclaredTypeOfSymbol(declared.get(name));
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
  for (const described of events) {
    const { name, type } = described;
    const event = checker.getTypeOfSymbol(map.getProperty(name));
    assert.equal(event.aliasSymbol?.name, type.references[0].name, name);
    const declaredDetail = checker.getTypeOfSymbol(event.getProperty('detail'));
    const fields = declaredDetail.getProperties().map((field) => {
      const text = checker.typeToString(checker.getTypeOfSymbol(field));
      return [field.name, text.replaceAll('"', "'")];
    });
    assert.deepEqual(Object.fromEntries(fields), detailOf(described), name);
  }
});

test('the comments of attributes are those of options and of properties', () => {
  const program = compile('bundler');
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(folder, 'project/node_modules/tadwina/index.d.ts'));
  const exported = new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((symbol) => [symbol.name, symbol]),
  );
  const commentOf = (type, name) => {
    const symbol = checker.getDeclaredTypeOfSymbol(exported.get(type)).getProperty(name);
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
  const declarations = readFileSync(join(folder, 'project/node_modules/tadwina/index.d.ts'), 'utf8');
  const [, union] = /type TadwinaErrorKind =([^;]+);/.exec(declarations);
  const declared = [...union.matchAll(/"([a-z-]+)"/g)].map(([, key]) => key);
  assert.deepEqual(declared.sort(), [...expected, 'not-started'].sort());
});
