// Everything from the registry goes through here as text, never as markup: names and schemas may hold any characters.

/** Makes an element: attributes by name, children as text or elements. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(name, '');
    } else if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

export const badge = state => el('span', { class: 'badge ' + state.toLowerCase() }, state);

export const date = text => el('time', { datetime: text }, new Date(text).toISOString().replace('T', ' ').slice(0, 16) + ' UTC');

export function facts(pairs) {
  return el('dl', {}, ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}
