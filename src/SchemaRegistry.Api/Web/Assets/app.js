import * as api from './api.js';
import { el } from './dom.js';
import { comparison, subject, to, trial, version, welcome } from './views.js';

const pageSize = 50;
const main = document.getElementById('main');
const list = document.getElementById('subjects');
const more = document.getElementById('more');
const filter = document.getElementById('filter');
const status = document.getElementById('status');

let asked = 0;
let current = null;

// '#/subject/<name>/diff/1/2?…' as ['subject', '<name>', 'diff', '1', '2'] and what follows the question mark.
function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { parts: path.split('/').filter(part => part).map(decodeURIComponent), query };
}

function view({ parts: [kind, name, what, ...rest], query }) {
  switch (kind === 'subject' && name ? what ?? 'versions' : '') {
    case 'versions': return subject(name);
    case 'version': return version(name, rest[0] ?? 'latest');
    case 'diff': return comparison(name, ...rest);
    case 'try': return trial(name, query);
    default: return welcome();
  }
}

async function show(isFirst) {
  const mine = ++asked;
  let content;
  try {
    const where = place();
    current = where.parts[0] === 'subject' ? where.parts[1] ?? null : null;
    content = await view(where);
  } catch (failure) {
    content = [el('section', { class: 'card' }, el('a', { class: 'back', href: '#/' }, '← All subjects'), el('p', { class: 'error', role: 'alert' }, failure.message))];
  }
  // Who has clicked on meanwhile waits for another answer.
  if (mine !== asked) {
    return;
  }
  main.replaceChildren(...content);
  document.querySelector('.page').dataset.view = current === null ? 'list' : 'detail';
  document.title = current === null ? 'Schema registry' : `${current} – Schema registry`;
  mark();
  status.textContent = document.title;
  if (!isFirst) {
    (main.querySelector('h1') ?? main).focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

function mark() {
  for (const link of list.querySelectorAll('a')) {
    link.toggleAttribute('aria-current', link.dataset.subject === current);
  }
}

let listed = 0;
let sought = 0;

async function load(isMore) {
  const mine = ++sought;
  const offset = isMore ? listed : 0;
  try {
    const names = await api.subjects(filter.value, offset, pageSize + 1);
    if (mine !== sought) {
      return;
    }
    const items = names.slice(0, pageSize).map(name => el('li', {}, el('a', { href: to(name), 'data-subject': name }, name)));
    if (isMore) {
      list.append(...items);
    } else {
      list.replaceChildren(...items.length > 0 ? items : [el('li', { class: 'quiet' }, filter.value ? 'No subject begins so.' : 'Nothing is registered yet.')]);
    }
    listed = offset + items.length;
    more.hidden = names.length <= pageSize;
    mark();
    status.textContent = `${listed} subjects${more.hidden ? '' : ', and there are more'}`;
  } catch (failure) {
    list.replaceChildren(el('li', { class: 'error', role: 'alert' }, failure.message));
    more.hidden = true;
  }
}

let typing;
filter.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => load(false), 150);
});
more.addEventListener('click', () => load(true));
window.addEventListener('hashchange', () => {
  // The skip link is no view.
  if (location.hash !== '#main') {
    show(false);
  }
});
load(false);
show(true);
