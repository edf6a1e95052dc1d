import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const SINKS = ['innerHTML', 'outerHTML', 'srcdoc'];
const CALLS = [
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'write',
  'writeln',
];

const REQUESTS = [
  ...[
    'fetch',
    'XMLHttpRequest',
    'EventSource',
    'WebSocket',
    'WebTransport',
    'Worker',
    'SharedWorker',
    'Image',
  ],
  ...['sendBeacon', 'importScripts', 'eval', 'Function'],
];
const DOOR = 'HTML enters the DOM through src/content only.';
/** A name, whether it stands after a dot or in brackets. */
const member = (name) => `:matches([property.name="${name}"], [property.value="${name}"])`;
const noSinks = [
  ...SINKS.flatMap((name) => [
    { selector: `AssignmentExpression > MemberExpression.left${member(name)}`, message: DOOR },
    { selector: `Property:matches([key.name="${name}"], [key.value="${name}"])`, message: DOOR },
  ]),
  ...CALLS.map((name) => ({
    selector: `CallExpression > MemberExpression.callee${member(name)}`,
    message: DOOR,
  })),
  {
    selector:
      'CallExpression[callee.property.name=/^setAttribute(NS)?$/] > Literal[value=/^(srcdoc|style|on.*)$/]',
    message: 'Strict policies refuse style attributes; srcdoc and handlers are HTML by another door.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\sstyle=|\\.innerHTML=|\\ssrcdoc=/]',
    message: 'Strict policies refuse style attributes; HTML sinks are banned in templates too.',
  },
  {
    selector: `MemberExpression[object.name=/^(window|globalThis|self|navigator)$/]:matches(${REQUESTS.map(
      (name) => `[property.name="${name}"], [property.value="${name}"]`,
    ).join(', ')})`,
    message: 'The only request is made in src/source/io.ts; nothing is evaluated.',
  },
];
const noDefine = {
  selector: 'CallExpression > MemberExpression.callee[object.name="customElements"][property.name="define"]',
  message: 'Tags are defined in src/embed/define.ts only.',
};
const noParser = {
  selector: 'NewExpression[callee.name="DOMParser"]',
  message: 'Parsing belongs to src/model/inert-document.ts, which owns the Trusted Types policy.',
};
const noFetch = REQUESTS.map((name) => ({
  name,
  message: 'The only request is made in src/source/io.ts.',
}));
const UNSAFE_DIRECTIVES = ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map'].map(
  (name) => `**/directives/${name}*`,
);

const restricted = (...rules) => ({ 'no-restricted-syntax': ['error', ...noSinks, ...rules] });

export default ts.config(
  { ignores: ['node_modules', 'dist', 'cdn', 'coverage', 'test-results', '.cache', '**/backend/theme'] },
  js.configs.recommended,
  ts.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-empty-pattern': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs.recommended, wc.configs['flat/best-practice']],
    settings: { wc: { elementBaseClasses: ['LitElement', 'NewsElement'] } },
    rules: {
      ...restricted(noDefine, noParser),
      'no-restricted-globals': ['error', ...noFetch],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: [...UNSAFE_DIRECTIVES, 'lit/static-html*'] }] },
      ],
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'lit/no-value-attribute': 'error',
      'lit/quoted-expressions': 'off',
      // The base class guards its constructor; elements define no tag themselves.
      'wc/guard-super-call': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/define-tag-after-class-definition': 'off',
      // A click on a link of ours is a click on a link: what is added is an event for the page.
      'lit-a11y/click-events-have-key-events': 'off',
      // Safari takes a list without bullets for no list at all.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  { files: ['src/embed/define.ts'], rules: restricted(noParser) },
  { files: ['src/model/inert-document.ts'], rules: restricted(noDefine) },
  // The second one asks whether a host is there; nobody reads its answer.
  { files: ['src/source/io.ts', 'src/source/cors-doctor.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['**/*.js', 'vite.config.ts'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'process',
            'console',
            'URL',
            'URLSearchParams',
            'Buffer',
            'fetch',
            'Request',
            'Response',
            'Headers',
          ],
          ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'AbortController', 'AbortSignal'],
          ...[
            'document',
            'window',
            'location',
            'history',
            'navigator',
            'DOMParser',
            'customElements',
            'localStorage',
          ],
          ...[
            'getComputedStyle',
            'DOMException',
            'TextDecoder',
            'TextEncoder',
            'crypto',
            'structuredClone',
            'FormData',
            'Element',
          ],
          ...['ReadableStream', 'Blob', 'Event', 'performance', 'NodeFilter', 'globalThis'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
