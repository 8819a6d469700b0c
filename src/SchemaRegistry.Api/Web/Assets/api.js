// Asks the registry, at the address that this page came from.

async function ask(path, options) {
  const answer = await fetch(path, { headers: { accept: 'application/json', 'content-type': 'application/json' }, ...options });
  const text = await answer.text();
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Said below by the status.
  }
  if (!answer.ok) {
    throw new Error(body?.detail ?? body?.message ?? `The registry answered ${answer.status}.`);
  }
  return body;
}

const name = subject => encodeURIComponent(subject);

export const subjects = (prefix, offset, limit) => ask(`subjects?subjectPrefix=${name(prefix)}&deleted=true&offset=${offset}&limit=${limit}`);

export const numbers = (subject, only) => ask(`subjects/${name(subject)}/versions?${only}=true&limit=1000`).catch(() => []);

export const versions = subject => ask(`api/v1/subjects/${name(subject)}/versions`).then(list => list.versions).catch(() => []);

export const version = (subject, number) => ask(`subjects/${name(subject)}/versions/${number}?deleted=true`);

export const note = (subject, number) => ask(`api/v1/subjects/${name(subject)}/versions/${number}`).catch(() => null);

export const level = subject => ask(`config/${name(subject)}?defaultToGlobal=true`).then(config => config.compatibilityLevel);

export const referrers = (subject, number) => ask(`subjects/${name(subject)}/versions/${number}/referencedby`).catch(() => []);

export const top = () => ask('api/v1/schemas/top?limit=10').then(list => list.schemas);

export const check = (subject, type, schema, against) => ask('api/v1/compatibility/check', {
  method: 'POST',
  body: JSON.stringify({ subject, schema_type: type, new_schema: schema, ...(against ? { compare_version: Number(against) } : {}) }),
});
