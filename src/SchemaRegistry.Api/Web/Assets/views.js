import * as api from './api.js';
import { diff, readable } from './diff.js';
import { badge, date, el, facts } from './dom.js';

/** The address of a view. */
export const to = (subject, ...rest) => '#/' + ['subject', subject, ...rest].map(encodeURIComponent).join('/');

const type = version => version.schemaType ?? 'AVRO';

// Live versions with their states, and deleted ones, newest first.
async function history(subject) {
  const [live, deleted] = await Promise.all([api.versions(subject), api.numbers(subject, 'deletedOnly')]);
  return [...live, ...deleted.map(number => ({ version: number, state: 'DELETED' }))].sort((a, b) => b.version - a.version);
}

function frame(subject, tab, ...content) {
  const link = (label, name, ...rest) => el('a', { href: to(subject, ...rest), 'aria-current': tab === name ? 'page' : null }, label);
  return [
    el('section', { class: 'card' },
      el('a', { class: 'back', href: '#/' }, '← All subjects'),
      el('h1', { class: 'name', tabindex: '-1' }, subject),
      el('nav', { class: 'tabs', 'aria-label': 'Views of the subject' }, link('Versions', 'versions'), link('Compare', 'diff', 'diff'), link('Try a schema', 'try', 'try'))),
    ...content,
  ];
}

export async function welcome() {
  const top = await api.top();
  return [el('section', { class: 'card welcome' },
    el('h1', { tabindex: '-1' }, 'What is in here'),
    el('p', { class: 'quiet' }, 'Choose a subject to see its versions, compare two of them, or try whether a schema fits. Nothing on this page changes anything.'),
    top.length === 0 ? null : el('h2', {}, 'Read most'),
    top.length === 0 ? null : el('div', { class: 'scroll' }, el('table', {},
      el('thead', {}, el('tr', {}, ...['Subject', 'Version', 'Id', 'Reads'].map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, top.map(schema => el('tr', {},
        el('td', {}, schema.subject ? el('a', { href: to(schema.subject, 'version', schema.version) }, schema.subject) : '–'),
        el('td', {}, String(schema.version ?? '–')), el('td', {}, String(schema.schema_id)), el('td', {}, schema.reads.toLocaleString('en'))))))))];
}

export async function subject(name) {
  const [versions, level] = await Promise.all([history(name), api.level(name)]);
  if (versions.length === 0) {
    throw new Error(`There is no subject '${name}'.`);
  }
  return frame(name, 'versions', el('section', { class: 'card' },
    el('div', { class: 'head' }, el('h2', {}, versions.length === 1 ? '1 version' : `${versions.length} versions`), el('span', { class: 'badge' }, level)),
    el('div', { class: 'scroll' }, el('table', {},
      el('thead', {}, el('tr', {}, ...['Version', 'State', 'Id', 'Registered', ''].map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, versions.map((version, i) => el('tr', {},
        el('td', {}, el('a', { href: to(name, 'version', version.version) }, `Version ${version.version}`)),
        el('td', {}, badge(version.state)),
        el('td', {}, String(version.schema_id ?? '')),
        el('td', {}, version.created_at ? date(version.created_at) : ''),
        el('td', {}, versions[i + 1] ? el('a', { href: to(name, 'diff', versions[i + 1].version, version.version) }, `changes since ${versions[i + 1].version}`) : ''))))))));
}

export async function version(name, number) {
  const found = await api.version(name, number);
  const [note, referrers] = await Promise.all([api.note(name, found.version), api.referrers(name, found.version)]);
  const references = (found.references ?? []).flatMap((reference, i) =>
    [i > 0 ? ', ' : null, el('a', { href: to(reference.subject, 'version', reference.version) }, `${reference.name} (${reference.subject}, version ${reference.version})`)]);
  return frame(name, '', el('section', { class: 'card' },
    el('div', { class: 'head' }, el('h2', {}, `Version ${found.version}`), badge(note?.state ?? 'DELETED')),
    facts([
      ['Language', type(found)], ['Id', String(found.id)], ['Guid', found.guid], ['Registered', found.ts ? date(new Date(found.ts).toISOString()) : null],
      ['Description', note?.description], ['Tags', note?.tags?.join(', ')],
      ['Properties', Object.entries({ ...found.metadata?.properties, ...note?.metadata }).map(([key, value]) => `${key}: ${value}`).join('\n')],
      ['Builds on', references.length > 0 ? el('span', {}, ...references) : null], ['Used by ids', referrers.join(', ')], ['Rules', found.ruleSet ? JSON.stringify(found.ruleSet, null, 2) : null],
    ]),
    el('pre', { tabindex: '0', 'aria-label': `Text of version ${found.version}` }, readable(type(found), found.schema))));
}

export async function comparison(name, from, till) {
  const versions = await history(name);
  if (versions.length === 0) {
    throw new Error(`There is no subject '${name}'.`);
  }
  const after = Number(till ?? versions[0].version);
  const before = Number(from ?? versions[1]?.version ?? after);
  const [a, b] = await Promise.all([api.version(name, before), api.version(name, after)]);
  const lines = diff(readable(type(a), a.schema), readable(type(b), b.schema));
  const count = sign => lines.filter(line => line[0] === sign).length;
  const choose = (id, label, value) => el('div', {}, el('label', { for: id }, label), el('select', { id, change: go },
    versions.map(one => el('option', { value: String(one.version), selected: one.version === value }, `Version ${one.version}`))));
  function go() {
    location.hash = to(name, 'diff', document.getElementById('before').value, document.getElementById('after').value);
  }
  const kinds = { '+': 'added', '-': 'removed' };
  return frame(name, 'diff', el('section', { class: 'card' },
    el('div', { class: 'fields' }, choose('before', 'From', before), choose('after', 'To', after)),
    el('h2', {}, count('+') + count('-') === 0 ? 'No difference' : `${count('+')} lines added, ${count('-')} removed`),
    el('pre', { class: 'diff', tabindex: '0', 'aria-label': `Changes from version ${before} to ${after}` }, lines.map(([sign, line]) => el('span', { class: kinds[sign] ?? null }, `${sign} ${line}`)))));
}

export async function trial(name, query) {
  const [versions, latest] = await Promise.all([history(name), api.version(name, 'latest').catch(() => null)]);
  const wanted = new URLSearchParams(query);
  const result = el('div', { role: 'status', 'aria-live': 'polite' });
  const text = el('textarea', { id: 'schema', rows: '14', spellcheck: 'false', autocapitalize: 'off' });
  text.value = wanted.get('schema') ?? (latest ? readable(type(latest), latest.schema) : '');
  const language = el('select', { id: 'type' }, ['AVRO', 'JSON', 'PROTOBUF'].map(one => el('option', { selected: one === (wanted.get('type') ?? (latest ? type(latest) : 'AVRO')) }, one)));
  const against = el('select', { id: 'against' }, el('option', { value: '' }, 'what its level asks for'),
    versions.filter(one => one.state !== 'DELETED').map(one => el('option', { value: String(one.version) }, `version ${one.version} alone`)));
  async function run(event) {
    event?.preventDefault();
    result.replaceChildren(el('p', { class: 'quiet' }, 'Asking …'));
    try {
      const answer = await api.check(name, language.value, text.value, against.value);
      const word = answer.is_compatible ? 'Compatible' : 'Incompatible';
      result.replaceChildren(
        el('div', { class: 'head' }, el('h2', {}, word), el('span', { class: 'badge ' + word.toLowerCase() }, answer.mode)),
        answer.violations.length === 0 ? el('p', { class: 'quiet' }, 'It could be the next version.')
          : el('ul', { class: 'list' }, answer.violations.map(one => el('li', {}, el('code', {}, one.rule), one.path ? ` at ${one.path}` : '', `, version ${one.version}: ${one.message}`))));
    } catch (failure) {
      result.replaceChildren(el('p', { class: 'error' }, failure.message));
    }
  }
  if (wanted.has('schema')) {
    run();
  }
  return frame(name, 'try', el('form', { class: 'card', submit: run },
    el('div', {}, el('label', { for: 'schema' }, 'A schema that could come next'), text),
    el('div', { class: 'fields' },
      el('div', {}, el('label', { for: 'type' }, 'Language'), language),
      el('div', {}, el('label', { for: 'against' }, 'Compared with'), against),
      el('button', { class: 'main', type: 'submit' }, 'Check')),
    el('p', { class: 'quiet' }, 'Nothing is registered.'),
    result));
}
